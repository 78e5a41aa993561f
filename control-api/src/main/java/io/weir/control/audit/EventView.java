package io.weir.control.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.rest.ReadModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of the ledger as clients see it.
 *
 * @param stream the object whose version it advanced
 * @param subjects all objects it speaks of
 * @param commandId the command that caused it, perhaps with others
 * @param hash its link in the chain, hexadecimal
 * @param data what changed, as recorded
 */
public record EventView(
    long position,
    String stream,
    long version,
    String type,
    List<String> subjects,
    String actor,
    @Nullable String reason,
    String commandId,
    String correlation,
    String recordedAt,
    String hash,
    ObjectNode data) {
  /** The columns {@link #of} reads. */
  static final String COLUMNS =
      "position, stream, version, type, subjects, actor, reason, command_id::text as command_id,"
          + " correlation, recorded_at, hash, data::text as data";

  static EventView of(Row row) {
    return new EventView(
        row.getLong("position"),
        row.getString("stream"),
        row.getLong("version"),
        row.getString("type"),
        List.of(row.getArrayOfStrings("subjects")),
        row.getString("actor"),
        row.getString("reason"),
        row.getString("command_id"),
        row.getString("correlation"),
        row.getOffsetDateTime("recorded_at").toInstant().toString(),
        row.getString("hash"),
        ReadModel.json(row, "data"));
  }
}
