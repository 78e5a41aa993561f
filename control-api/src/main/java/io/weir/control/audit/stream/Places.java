package io.weir.control.audit.stream;

import io.weir.guard.access.Caller;
import io.weir.rest.ProblemCode;
import io.weir.rest.ProblemException;
import io.weir.rest.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** How many may follow at a time, of this process and of one caller. Thread-safe. */
@ApplicationScoped
class Places {
  static final int ALL = 200;
  static final int EACH = 20;
  private static final int RETRY_SECONDS = 10;

  private final Turns all = new Turns(ALL, "streams of events are open here", RETRY_SECONDS);
  private final Map<String, Integer> taken = new HashMap<>();

  /**
   * Takes a place; who proved nothing is nobody in particular, and takes one of all.
   *
   * @throws ProblemException 503 if there is none
   */
  synchronized Turns.Turn take(Caller caller) {
    if (!caller.isProven()) {
      return all.take();
    }
    String who = caller.authentication() + " " + caller.actor();
    if (taken.getOrDefault(who, 0) >= EACH) {
      throw ProblemException.retryLater(
          ProblemCode.LEDGER_BUSY,
          "%s has %d streams of events open here".formatted(caller.actor(), EACH),
          RETRY_SECONDS);
    }
    Turns.Turn place = all.take();
    taken.merge(who, 1, Integer::sum);
    return new Turns.Turn(
        () -> {
          leave(who);
          place.close();
        });
  }

  private synchronized void leave(String who) {
    taken.computeIfPresent(who, (_, count) -> count == 1 ? null : count - 1);
  }
}
