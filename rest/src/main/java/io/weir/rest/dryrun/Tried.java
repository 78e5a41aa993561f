package io.weir.rest.dryrun;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.Json;
import io.weir.contracts.diff.Difference;
import io.weir.contracts.diff.Differences;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Recorded;
import io.weir.ledger.Answer;
import io.weir.ledger.DryRun;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change that is only tried would record, and what that would mean, as clients see it.
 *
 * @param position of the configuration that it was decided against
 * @param changes as the history would tell them
 * @param warnings as the answer to the change would have them
 */
public record Tried(
    long position,
    List<Announced> events,
    List<Change> changes,
    List<JsonNode> warnings,
    List<Effect> effects) {

  /** An event that would be recorded. */
  public record Announced(String type, String subject) {}

  /** A place in the content of an object that would not be as it was. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Change(
      String subject, String pointer, @Nullable JsonNode from, @Nullable JsonNode to) {}

  /** Of a dry run that was not refused, and what would be answered. */
  public static Tried of(DryRun run, Answer answer) {
    List<Announced> events = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    GatewayImage before = run.before();
    for (Recorded recorded : run.events()) {
      GatewayEvent event = EventCodec.CURRENT.decode(recorded);
      GatewayDelta delta = new GatewayDelta(before);
      delta.replay(recorded, event);
      GatewayImage after = delta.apply();
      String subject = recorded.envelope().subjects().getFirst();
      events.add(new Announced(recorded.envelope().type(), subject));
      for (Difference difference : Differences.of(event, before, after)) {
        changes.add(new Change(subject, difference.pointer(), difference.from(), difference.to()));
      }
      before = after;
    }
    return new Tried(
        run.before().position(),
        events,
        changes,
        warnings(answer),
        Effects.between(run.before(), run.after()));
  }

  private static List<JsonNode> warnings(Answer answer) {
    List<JsonNode> warnings = new ArrayList<>();
    String body = answer.body();
    if (body != null) {
      try {
        Json.MAPPER.readTree(body).path("warnings").forEach(warnings::add);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("an answer is no JSON: " + body, e);
      }
    }
    return warnings;
  }
}
