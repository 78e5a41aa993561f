package io.weir.projector.view;

import static io.weir.projector.view.Column.key;
import static io.weir.projector.view.Column.optional;
import static io.weir.projector.view.Column.value;
import static io.weir.projector.view.ColumnType.BIGINT;
import static io.weir.projector.view.ColumnType.JSON;
import static io.weir.projector.view.ColumnType.TEXT;
import static io.weir.projector.view.ColumnType.TEXT_ARRAY;
import static io.weir.projector.view.ColumnType.TIMESTAMP;
import static io.weir.projector.view.ColumnType.UUID;

import io.weir.contracts.log.Envelope;
import io.weir.projector.log.Entry;
import java.util.List;

/** Every event, as it was recorded. */
final class HistoryView implements View {
  private static final Table TABLE =
      Table.of(
          "event",
          List.of(
              key("position", BIGINT),
              value("stream", TEXT),
              value("version", BIGINT),
              value("type", TEXT),
              value("subjects", TEXT_ARRAY),
              value("actor", TEXT),
              optional("reason", TEXT),
              value("command_id", UUID),
              value("correlation", TEXT),
              value("recorded_at", TIMESTAMP),
              value("hash", TEXT),
              value("data", JSON)),
          "using gin (subjects)",
          "(type, position)",
          "(actor, position)");

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void write(Change change, Rows rows) {
    for (Entry entry : change.commit().entries()) {
      Envelope envelope = entry.recorded().envelope();
      rows.put(
          TABLE,
          envelope.position(),
          envelope.stream(),
          envelope.version(),
          envelope.type(),
          envelope.subjects().toArray(String[]::new),
          envelope.actor(),
          envelope.reason(),
          envelope.commandId(),
          envelope.correlation(),
          Change.time(envelope.recordedAt()),
          entry.recorded().hash().hex(),
          entry.recorded().data());
    }
  }
}
