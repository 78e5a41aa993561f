package io.weir.projector.view;

import static io.weir.projector.view.Column.kept;
import static io.weir.projector.view.Column.key;
import static io.weir.projector.view.Column.optional;
import static io.weir.projector.view.Column.value;
import static io.weir.projector.view.ColumnType.BIGINT;
import static io.weir.projector.view.ColumnType.INT;
import static io.weir.projector.view.ColumnType.JSON;
import static io.weir.projector.view.ColumnType.TEXT;
import static io.weir.projector.view.ColumnType.TIMESTAMP;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import java.util.List;

/** Services, with the number of their drafts. */
final class ServicesView implements View {
  private static final Table TABLE =
      Table.of(
          "service",
          List.of(
              key("id", TEXT),
              value("name", TEXT),
              optional("instance_id", TEXT),
              value("document", JSON),
              value("api_count", INT),
              value("version", BIGINT),
              value("position", BIGINT),
              kept("created_at", TIMESTAMP),
              value("changed_at", TIMESTAMP)),
          "(created_at, id)",
          "(name)",
          "(instance_id)");

  private record Shown(ServiceId id, @JsonUnwrapped ServiceSettings settings) {}

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void write(Change change, Rows rows) {
    for (ServiceId id : change.delta().touchedServices()) {
      Service service = change.after().services().get(id);
      if (service == null) {
        rows.delete(TABLE, id.value());
      } else {
        put(service, change, rows);
      }
    }
  }

  private static void put(Service service, Change change, Rows rows) {
    var settings = service.settings();
    var revision = service.revision();
    rows.put(
        TABLE,
        service.id().value(),
        settings.name().value(),
        settings.instanceId() == null ? null : settings.instanceId().value(),
        Document.of(new Shown(service.id(), settings)),
        service.apis().size(),
        revision.version(),
        revision.position(),
        change.at(),
        Change.time(revision.at()));
  }
}
