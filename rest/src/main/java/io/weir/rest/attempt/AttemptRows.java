package io.weir.rest.attempt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Attempts as one JSON parameter of one statement; no row is large, whatever was sent. */
final class AttemptRows {
  /** The parameter is the array that {@link #json} makes. */
  static final String INSERT =
      """
      insert into ledger.attempt
        (id, at, operation, status, code, errors, actor, source_address, correlation, unrecorded)
      select id, at, operation, status, code, errors, actor, source_address, correlation, unrecorded
      from json_to_recordset($1::text::json) as a(
        id uuid, at timestamptz, operation text, status int, code text, errors text, actor text,
        source_address text, correlation text, unrecorded bigint)\
      """;

  /** The code of the row that counts those of which nothing else is kept. */
  static final String UNRECORDED = "NOT_RECORDED";

  private static final int ERRORS = 20;
  private static final int TEXT = 200;

  private AttemptRows() {}

  /**
   * The rows, and one more if others are only counted.
   *
   * @param unrecorded how many others there were
   */
  static String json(List<RefusedWrite> attempts, long unrecorded, Instant now) {
    ArrayNode rows = Json.MAPPER.createArrayNode();
    for (RefusedWrite attempt : attempts) {
      ObjectNode row = row(rows, attempt.at(), attempt.operation(), attempt.code());
      row.put("status", attempt.status());
      row.put("errors", write(errors(attempt.errors())));
      row.put("actor", attempt.actor());
      row.put("source_address", attempt.sourceAddress());
      row.put("correlation", attempt.correlation());
      row.put("unrecorded", 0);
    }
    if (unrecorded > 0) {
      ObjectNode row = row(rows, now, "", UNRECORDED);
      row.put("status", 0).put("errors", "[]").put("correlation", "").put("unrecorded", unrecorded);
    }
    return write(rows);
  }

  private static ObjectNode row(ArrayNode rows, Instant at, String operation, String code) {
    return rows.addObject()
        .put("id", UUID.randomUUID().toString())
        .put("at", at.toString())
        .put("operation", operation)
        .put("code", code);
  }

  private static List<Violation> errors(List<Violation> all) {
    List<Violation> few = new ArrayList<>();
    for (Violation one : all.subList(0, Math.min(ERRORS, all.size()))) {
      few.add(
          new Violation(
              cut(one.pointer()),
              cut(one.parameter()),
              cut(one.header()),
              one.code(),
              String.valueOf(cut(one.detail())),
              one.related().subList(0, Math.min(ERRORS, one.related().size())),
              null));
    }
    return few;
  }

  /** Text that PostgreSQL takes, and not much of it. */
  private static @Nullable String cut(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String readable = text.replaceAll("\\p{Cntrl}", "?");
    return readable.length() <= TEXT ? readable : readable.substring(0, TEXT) + "…";
  }

  private static String write(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value, e);
    }
  }
}
