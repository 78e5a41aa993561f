package io.weir.projector.view;

import static io.weir.projector.view.Column.kept;
import static io.weir.projector.view.Column.key;
import static io.weir.projector.view.Column.value;
import static io.weir.projector.view.ColumnType.BIGINT;
import static io.weir.projector.view.ColumnType.JSON;
import static io.weir.projector.view.ColumnType.TEXT;
import static io.weir.projector.view.ColumnType.TIMESTAMP;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weir.contracts.image.Network;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.NetworkSettings;
import java.util.List;

/** Cloud Connect Networks. */
final class NetworksView implements View {
  private static final Table TABLE =
      Table.of(
          "network",
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

  private record Shown(CcnId id, @JsonUnwrapped NetworkSettings settings) {}

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void write(Change change, Rows rows) {
    for (CcnId id : change.delta().touchedNetworks()) {
      Network network = change.after().networks().get(id);
      if (network == null) {
        rows.delete(TABLE, id.value());
      } else {
        var revision = network.revision();
        rows.put(
            TABLE,
            id.value(),
            network.settings().name().value(),
            Document.of(new Shown(id, network.settings())),
            revision.version(),
            revision.position(),
            change.at(),
            Change.time(revision.at()));
      }
    }
  }
}
