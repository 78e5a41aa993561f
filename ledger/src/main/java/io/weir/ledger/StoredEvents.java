package io.weir.ledger;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import java.util.List;
import java.util.function.Function;

/**
 * The ledger's tables as they stand, with nothing proven of them: for those who follow the ledger
 * and do not write it. Every method waits for PostgreSQL; not for Vert.x's own threads. Throws
 * {@link LedgerUnavailableException} if it does not answer, or what it says is wrong.
 */
public final class StoredEvents {
  private final LedgerStore store;

  StoredEvents(LedgerStore store) {
    this.store = store;
  }

  /** The end of the ledger as its head has it. */
  public Chain head() {
    return read(LedgerSession::head);
  }

  /** Whether the event that a chain ends with stands where the chain says. */
  public boolean hold(Chain chain) {
    return read(session -> session.holds(chain));
  }

  /** At most {@code limit} events after a chain's end, in order. */
  public List<Recorded> after(Chain chain, int limit) {
    return read(session -> session.eventsAfter(chain, limit));
  }

  private <T> T read(Function<LedgerSession, Uni<T>> work) {
    return store.reading(work).onFailure().transform(Trouble::notRead).await().indefinitely();
  }
}
