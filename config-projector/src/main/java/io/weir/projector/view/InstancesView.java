package io.weir.projector.view;

import static io.weir.projector.view.Column.computed;
import static io.weir.projector.view.Column.kept;
import static io.weir.projector.view.Column.key;
import static io.weir.projector.view.Column.value;
import static io.weir.projector.view.ColumnType.BIGINT;
import static io.weir.projector.view.ColumnType.INT;
import static io.weir.projector.view.ColumnType.JSON;
import static io.weir.projector.view.ColumnType.TEXT;
import static io.weir.projector.view.ColumnType.TIMESTAMP;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weir.contracts.image.Instance;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import java.util.List;

/** Dedicated instances; how many services one carries is counted when it is read. */
final class InstancesView implements View {
  private static final Table TABLE =
      Table.of(
          "instance",
          List.of(
              key("id", TEXT),
              value("name", TEXT),
              value("vpc_id", TEXT),
              value("document", JSON),
              computed(
                  "service_count",
                  INT,
                  "(select count(*)::int from {schema}.service s where s.instance_id = t.id)"),
              value("version", BIGINT),
              value("position", BIGINT),
              kept("created_at", TIMESTAMP),
              value("changed_at", TIMESTAMP)),
          "(created_at, id)",
          "(name)",
          "(vpc_id)");

  private record Shown(InstanceId id, @JsonUnwrapped InstanceSettings settings) {}

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void write(Change change, Rows rows) {
    for (InstanceId id : change.delta().touchedInstances()) {
      Instance instance = change.after().instances().get(id);
      if (instance == null) {
        rows.delete(TABLE, id.value());
      } else {
        var revision = instance.revision();
        rows.put(
            TABLE,
            id.value(),
            instance.settings().name().value(),
            instance.settings().vpcId().value(),
            Document.of(new Shown(id, instance.settings())),
            revision.version(),
            revision.position(),
            change.at(),
            Change.time(revision.at()));
      }
    }
  }
}
