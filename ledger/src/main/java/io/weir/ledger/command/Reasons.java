package io.weir.ledger.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.content.ChangedSince;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.Violation;
import io.weir.contracts.diff.PutBack;
import io.weir.contracts.event.GatewayEvent;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gathers everything that stands against a command, so that the caller hears all of it at once. Not
 * thread-safe.
 */
public final class Reasons {
  /** How much of a value a sentence has. */
  private static final int TOLD = 60;

  private final List<Refusal> refusals = new ArrayList<>();

  /** The reason that leaves nothing else to say: the object does not exist. */
  public static Refusal absent(String id) {
    return Refusal.of(RefusalCode.NOT_FOUND, "there is no " + id, id);
  }

  /** The decision about an object that does not exist. */
  public static Decision notFound(Object id) {
    return Decision.refuse(absent(id.toString()));
  }

  /** Something else stands now where an event put something, which is not to be lost. */
  public static Refusal changedSince(String id, PutBack.Conflict conflict) {
    return new Refusal(
        RefusalCode.CHANGED_SINCE,
        "%s of %s was %s after the event, and is %s now"
            .formatted(conflict.pointer(), id, told(conflict.to()), told(conflict.now())),
        conflict.pointer(),
        List.of(id),
        new ChangedSince(conflict.from(), conflict.to(), conflict.now()));
  }

  private static String told(@Nullable JsonNode value) {
    String text = value == null ? "absent" : value.toString();
    return text.length() <= TOLD ? text : text.substring(0, TOLD) + "...";
  }

  /** One more reason. */
  public Reasons add(Refusal reason) {
    refusals.add(reason);
    return this;
  }

  /** One more reason, if there is one. */
  public Reasons add(Optional<Refusal> reason) {
    reason.ifPresent(refusals::add);
    return this;
  }

  /** All those reasons. */
  public Reasons add(List<Refusal> reasons) {
    refusals.addAll(reasons);
    return this;
  }

  /** Everything that is wrong with content, as reasons. */
  public Reasons add(InvalidContentException wrong) {
    for (Violation violation : wrong.violations()) {
      refusals.add(
          new Refusal(
              RefusalCode.VALIDATION_FAILED, violation.detail(), violation.pointer(), List.of()));
    }
    return this;
  }

  /** Refuses; at least one reason was found. */
  public Decision refuse() {
    return Decision.refuse(refusals);
  }

  /** Accepts with these events if no reason was found. */
  public Decision decide(List<? extends GatewayEvent> events) {
    return refusals.isEmpty() ? Decision.accept(List.copyOf(events)) : Decision.refuse(refusals);
  }

  /** Accepts with this event if no reason was found. */
  public Decision decide(GatewayEvent event) {
    return decide(List.of(event));
  }
}
