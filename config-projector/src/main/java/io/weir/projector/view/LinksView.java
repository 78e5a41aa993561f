package io.weir.projector.view;

import static io.weir.projector.view.Column.key;
import static io.weir.projector.view.Column.value;
import static io.weir.projector.view.ColumnType.BIGINT;
import static io.weir.projector.view.ColumnType.BOOLEAN;
import static io.weir.projector.view.ColumnType.TEXT;
import static io.weir.projector.view.ColumnType.TIMESTAMP;

import io.weir.contracts.image.Link;
import java.util.List;

/** Which VPCs are, or were, attached to which Cloud Connect Network. */
final class LinksView implements View {
  private static final ReadTable TABLE =
      ReadTable.of(
          "link",
          List.of(
              key("network_id", TEXT),
              key("vpc_id", TEXT),
              value("attached", BOOLEAN),
              value("position", BIGINT),
              value("at", TIMESTAMP)),
          "(vpc_id)");

  @Override
  public ReadTable table() {
    return TABLE;
  }

  @Override
  public void write(Change change, Rows rows) {
    for (Link.Key key : change.delta().touchedLinks()) {
      Link link = change.after().links().get(key);
      if (link == null) {
        rows.delete(TABLE, key.networkId().value(), key.vpcId().value());
      } else {
        rows.put(
            TABLE,
            key.networkId().value(),
            key.vpcId().value(),
            link.attached(),
            link.revision().position(),
            Change.time(link.revision().at()));
      }
    }
  }
}
