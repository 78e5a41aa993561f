package io.weir.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.KeyId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Rows as one JSON parameter: any number of them in one statement that is prepared once, whatever
 * types their columns have.
 */
final class Rows {
  /** The name of a command of which no more is known than its events. */
  static final String RECOVERED = "recovered";

  private Rows() {}

  static String events(List<Recorded> events) {
    ArrayNode rows = Json.MAPPER.createArrayNode();
    for (Recorded recorded : events) {
      Envelope envelope = recorded.envelope();
      ObjectNode row = rows.addObject();
      row.put("position", envelope.position());
      row.put("stream", envelope.stream());
      row.put("version", envelope.version());
      row.put("commit_start", envelope.commitStart());
      row.put("commit_size", envelope.commitSize());
      row.put("id", envelope.id().toString());
      row.put("type", envelope.type());
      row.put("data", recorded.data());
      envelope.subjects().forEach(row.putArray("subjects")::add);
      row.put("actor", envelope.actor());
      Authentication authentication = envelope.authentication();
      row.put("authentication", authentication == null ? null : authentication.value());
      row.put("reason", envelope.reason());
      row.put("command_id", envelope.commandId().toString());
      row.put("correlation", envelope.correlation());
      row.put("recorded_at", envelope.recordedAt().toString());
      row.put("prev_hash", envelope.prevHash().hex());
      row.put("hash", recorded.hash().hex());
    }
    return write(rows);
  }

  static String commands(List<CommandRecord> commands, Instant at) {
    ArrayNode rows = Json.MAPPER.createArrayNode();
    for (CommandRecord command : commands) {
      CommandContext context = command.submission().context();
      ObjectNode row = rows.addObject();
      row.put("id", command.submission().id().toString());
      row.put("name", command.submission().command().name());
      row.put("outcome", command.code() == null ? "committed" : "refused");
      row.put("code", command.code());
      row.put("actor", context.actor());
      row.put("authentication", context.authentication().value());
      row.put("reason", context.reason());
      row.put("source_address", context.sourceAddress());
      row.put("correlation", context.correlation());
      row.put("operation", context.operation());
      row.put("position", command.position());
      row.put("at", at.toString());
      if (!command.refusals().isEmpty()) {
        row.put("refusals", write(command.refusals()));
      }
      if (command.events() > 0) {
        row.put("first_position", command.position() - command.events() + 1);
        row.put("last_position", command.position());
      }
      Idempotency idempotency = context.idempotency();
      if (idempotency != null) {
        row.put("scope", idempotency.scope());
        row.put("idempotency_key", idempotency.key());
        row.put("request_hash", idempotency.requestHash().hex());
      }
      if (command.answer() != null) {
        row.put("answer", write(command.answer()));
      }
    }
    return write(rows);
  }

  static String secrets(Map<KeyId, Hash> secrets) {
    ArrayNode rows = Json.MAPPER.createArrayNode();
    secrets.forEach(
        (id, hash) -> rows.addObject().put("key_id", id.value()).put("sha256", hash.hex()));
    return write(rows);
  }

  /**
   * What events say of the commands they are of: who, why and when, but neither the command's name
   * nor the caller's address, key and answer.
   *
   * @param last the last event of each command
   */
  static String recovered(Collection<Recorded> last) {
    ArrayNode rows = Json.MAPPER.createArrayNode();
    for (Recorded recorded : last) {
      Envelope envelope = recorded.envelope();
      ObjectNode row = rows.addObject();
      row.put("id", envelope.commandId().toString());
      row.put("name", RECOVERED);
      row.put("outcome", "committed");
      row.put("actor", envelope.actor());
      row.put("reason", envelope.reason());
      row.put("correlation", envelope.correlation());
      row.put("position", envelope.position());
      row.put("first_position", envelope.commitStart());
      row.put("last_position", envelope.position());
      row.put("at", envelope.recordedAt().toString());
    }
    return write(rows);
  }

  static Answer answer(String json) {
    try {
      return Json.MAPPER.readValue(json, Answer.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not an answer: " + json, e);
    }
  }

  private static String write(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value, e);
    }
  }
}
