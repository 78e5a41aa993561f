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

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.diff.Difference;
import io.weir.contracts.diff.Differences;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.topic.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every event, as it was recorded, what it changed, and whose history it is part of. Found while
 * folding, because then both images are at hand; a rebuild finds the same.
 */
final class HistoryView implements View {
  private static final ReadTable TABLE =
      ReadTable.written(
          "event",
          List.of(
              key("position", BIGINT),
              value("stream", TEXT),
              value("version", BIGINT),
              value("type", TEXT),
              value("subjects", TEXT_ARRAY),
              value("concerns", TEXT_ARRAY),
              value("actor", TEXT),
              optional("authentication", TEXT),
              optional("reason", TEXT),
              value("command_id", UUID),
              value("correlation", TEXT),
              value("recorded_at", TIMESTAMP),
              value("hash", TEXT),
              value("data", JSON),
              value("changes", JSON),
              value("search", TEXT)),
          "using gin (concerns)",
          "(type, position)",
          "(actor, position)",
          "(recorded_at, position)");

  @Override
  public ReadTable table() {
    return TABLE;
  }

  @Override
  public void write(Change change, Rows rows) {
    List<Entry> entries = change.commit().entries();
    GatewayImage before = change.before();
    for (Entry entry : entries) {
      boolean last = entry == entries.getLast();
      GatewayImage after = last ? change.after() : after(before, entry);
      put(entry, before, after, rows);
      before = after;
    }
  }

  private static GatewayImage after(GatewayImage before, Entry entry) {
    var step = new GatewayDelta(before);
    step.replay(entry.recorded(), entry.event());
    return step.apply();
  }

  private static void put(Entry entry, GatewayImage before, GatewayImage after, Rows rows) {
    Envelope envelope = entry.recorded().envelope();
    Authentication authentication = envelope.authentication();
    List<Difference> changes = Differences.of(entry.event(), before, after);
    rows.put(
        TABLE,
        envelope.position(),
        envelope.stream(),
        envelope.version(),
        envelope.type(),
        envelope.subjects().toArray(String[]::new),
        Concerns.of(envelope, entry.event(), before, after).toArray(String[]::new),
        envelope.actor(),
        authentication == null ? null : authentication.value(),
        envelope.reason(),
        envelope.commandId(),
        envelope.correlation(),
        Change.time(envelope.recordedAt()),
        entry.recorded().hash().hex(),
        entry.recorded().data(),
        Document.of(changes),
        search(envelope, changes));
  }

  /** What the envelope says, and every text and number that was changed or is new. */
  private static String search(Envelope envelope, List<Difference> changes) {
    List<String> texts = new ArrayList<>(List.of(envelope.type()));
    texts.addAll(envelope.subjects());
    texts.add(envelope.actor());
    if (envelope.reason() != null) {
      texts.add(envelope.reason());
    }
    texts.add(envelope.correlation());
    for (Difference change : changes) {
      texts.add(change.pointer());
      add(texts, change.from());
      add(texts, change.to());
    }
    return Search.text(envelope.stream(), texts);
  }

  private static void add(List<String> texts, @Nullable JsonNode value) {
    if (value == null) {
      return;
    }
    if (value.isContainerNode()) {
      value.forEach(inner -> add(texts, inner));
    } else {
      texts.add(value.asText());
    }
  }
}
