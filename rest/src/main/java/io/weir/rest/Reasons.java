package io.weir.rest;

import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.value.Id;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gathers everything that stands against a command, so that the caller hears all of it at once. Not
 * thread-safe.
 */
public final class Reasons {
  private final List<Refusal> refusals = new ArrayList<>();

  /** The decision about an object that does not exist, which leaves nothing else to say. */
  public static Decision notFound(Id id) {
    return notFound(id.value());
  }

  /** The decision about an object that does not exist, by whatever names it. */
  public static Decision notFound(String id) {
    return Decision.refuse(Refusal.of(RefusalCode.NOT_FOUND, "there is no " + id, id));
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

  /** Accepts with these events if no reason was found. */
  public Decision decide(List<? extends GatewayEvent> events) {
    return refusals.isEmpty() ? Decision.accept(List.copyOf(events)) : Decision.refuse(refusals);
  }

  /** Accepts with this event if no reason was found. */
  public Decision decide(GatewayEvent event) {
    return decide(List.of(event));
  }
}
