package io.weir.ledger;

import io.weir.contracts.event.GatewayEvent;
import java.util.List;

/** What a command leads to: events, or every reason against it. */
public sealed interface Decision {
  /** The command is right; its events take effect together, in this order, and may be none. */
  record Accepted(List<GatewayEvent> events) implements Decision {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** A rule stands against the command; at least one refusal, and all that were found. */
  record Refused(List<Refusal> refusals) implements Decision {
    public Refused {
      refusals = List.copyOf(refusals);
      if (refusals.isEmpty()) {
        throw new IllegalArgumentException("a refusal needs a reason");
      }
    }
  }

  /** Accepts with these events. */
  static Decision accept(GatewayEvent... events) {
    return new Accepted(List.of(events));
  }

  /** Accepts with these events. */
  static Decision accept(List<GatewayEvent> events) {
    return new Accepted(events);
  }

  /** Refuses for these reasons. */
  static Decision refuse(Refusal... refusals) {
    return new Refused(List.of(refusals));
  }

  /** Refuses for these reasons. */
  static Decision refuse(List<Refusal> refusals) {
    return new Refused(refusals);
  }
}
