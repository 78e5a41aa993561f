package io.weir.projector.view;

import static io.weir.projector.view.Column.computed;
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
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;
import java.util.List;

/** Upstreams; how many APIs use one is counted when it is read. */
final class UpstreamsView implements View {
  private static final Table TABLE =
      Table.of(
          "upstream",
          List.of(
              key("id", TEXT),
              optional("name", TEXT),
              value("vpc_id", TEXT),
              value("document", JSON),
              computed(
                  "api_count",
                  INT,
                  "(select count(*)::int from {schema}.associated_api a where a.upstream_id = t.id)"),
              value("version", BIGINT),
              value("position", BIGINT),
              kept("created_at", TIMESTAMP),
              value("changed_at", TIMESTAMP)),
          "(created_at, id)",
          "(name)",
          "(vpc_id)");

  private record Shown(UpstreamId id, @JsonUnwrapped UpstreamSettings settings, Nodes nodes) {}

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void write(Change change, Rows rows) {
    for (UpstreamId id : change.delta().touchedUpstreams()) {
      Upstream upstream = change.after().upstreams().get(id);
      if (upstream == null) {
        rows.delete(TABLE, id.value());
      } else {
        put(upstream, change, rows);
      }
    }
  }

  private static void put(Upstream upstream, Change change, Rows rows) {
    var settings = upstream.settings();
    var revision = upstream.revision();
    rows.put(
        TABLE,
        upstream.id().value(),
        settings.name() == null ? null : settings.name().value(),
        settings.vpcId().value(),
        Document.of(new Shown(upstream.id(), settings, upstream.nodes())),
        revision.version(),
        revision.position(),
        change.at(),
        Change.time(revision.at()));
  }
}
