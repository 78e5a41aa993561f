package io.weir.ledger;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The newest committed state this process knows; never moves back. Thread-safe. */
final class NewestState {
  private final AtomicReference<@Nullable LedgerState> state = new AtomicReference<>();

  /** Null until the ledger was read for the first time. */
  @Nullable LedgerState get() {
    return state.get();
  }

  /** Takes a committed state, unless a newer one is known; returns the newest. */
  LedgerState offer(LedgerState committed) {
    LedgerState known = state.get();
    while (known == null || known.position() < committed.position()) {
      if (state.compareAndSet(known, committed)) {
        return committed;
      }
      known = state.get();
    }
    return known;
  }
}
