package io.weir.projector.view;

import static io.weir.projector.view.Column.kept;
import static io.weir.projector.view.Column.key;
import static io.weir.projector.view.Column.value;
import static io.weir.projector.view.ColumnType.BIGINT;
import static io.weir.projector.view.ColumnType.JSON;
import static io.weir.projector.view.ColumnType.TEXT;
import static io.weir.projector.view.ColumnType.TIMESTAMP;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weir.contracts.image.Vpc;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import java.util.List;

/** VPCs. */
final class VpcsView implements View {
  private static final Table TABLE =
      Table.of(
          "vpc",
          List.of(
              key("id", TEXT),
              value("name", TEXT),
              value("document", JSON),
              value("version", BIGINT),
              value("position", BIGINT),
              kept("created_at", TIMESTAMP),
              value("changed_at", TIMESTAMP)),
          "(created_at, id)",
          "(name)");

  private record Shown(VpcId id, @JsonUnwrapped VpcSettings settings) {}

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void write(Change change, Rows rows) {
    for (VpcId id : change.delta().touchedVpcs()) {
      Vpc vpc = change.after().vpcs().get(id);
      if (vpc == null) {
        rows.delete(TABLE, id.value());
      } else {
        var revision = vpc.revision();
        rows.put(
            TABLE,
            id.value(),
            vpc.settings().name().value(),
            Document.of(new Shown(id, vpc.settings())),
            revision.version(),
            revision.position(),
            change.at(),
            Change.time(revision.at()));
      }
    }
  }
}
