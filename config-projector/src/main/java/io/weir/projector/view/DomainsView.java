package io.weir.projector.view;

import static io.weir.projector.view.Column.kept;
import static io.weir.projector.view.Column.key;
import static io.weir.projector.view.Column.value;
import static io.weir.projector.view.ColumnType.BIGINT;
import static io.weir.projector.view.ColumnType.JSON;
import static io.weir.projector.view.ColumnType.TEXT;
import static io.weir.projector.view.ColumnType.TIMESTAMP;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import java.util.List;

/** Custom domains, and the service each leads to. */
final class DomainsView implements View {
  private static final Table TABLE =
      Table.of(
          "domain",
          List.of(
              key("domain", TEXT),
              value("service_id", TEXT),
              value("environment", TEXT),
              value("document", JSON),
              value("version", BIGINT),
              value("position", BIGINT),
              kept("created_at", TIMESTAMP),
              value("changed_at", TIMESTAMP)),
          "(service_id, domain)");

  private record Shown(Domain domain, @JsonUnwrapped DomainSettings settings) {}

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void write(Change change, Rows rows) {
    for (Domain domain : change.delta().touchedDomains()) {
      CustomDomain custom = change.after().domains().get(domain);
      if (custom == null) {
        rows.delete(TABLE, domain.value());
      } else {
        put(custom, change, rows);
      }
    }
  }

  private static void put(CustomDomain custom, Change change, Rows rows) {
    var settings = custom.settings();
    var revision = custom.revision();
    rows.put(
        TABLE,
        custom.domain().value(),
        settings.serviceId().value(),
        settings.environment().value(),
        Document.of(new Shown(custom.domain(), settings)),
        revision.version(),
        revision.position(),
        change.at(),
        Change.time(revision.at()));
  }
}
