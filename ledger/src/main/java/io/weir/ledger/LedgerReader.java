package io.weir.ledger;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Follows the ledger. Whoever asks while a read is under way waits for the next one, which begins
 * after the question and answers all who asked meanwhile: any number of callers cost one query at a
 * time.
 */
final class LedgerReader {
  /** How many events are read at once. */
  static final int PAGE = 200;

  private final LedgerStore store;
  private final NewestState newest;
  private final Executor folding;
  private @Nullable CompletableFuture<LedgerState> next;
  private boolean reading;

  LedgerReader(LedgerStore store, NewestState newest, Executor folding) {
    this.store = store;
    this.newest = newest;
    this.folding = folding;
  }

  /** The state caught up with everything committed when this was called. */
  synchronized CompletableFuture<LedgerState> caughtUp() {
    CompletableFuture<LedgerState> asked = next;
    if (asked == null) {
      asked = new CompletableFuture<>();
      next = asked;
      if (!reading) {
        begin(asked);
      }
    }
    return asked;
  }

  private void begin(CompletableFuture<LedgerState> asked) {
    reading = true;
    next = null;
    read()
        .subscribe()
        .with(
            state -> {
              end();
              asked.complete(state);
            },
            failure -> {
              end();
              asked.completeExceptionally(failure);
            });
  }

  private synchronized void end() {
    reading = false;
    if (next != null) {
      begin(next);
    }
  }

  private Uni<LedgerState> read() {
    LedgerState known = newest.get();
    Uni<LedgerState> from =
        known != null
            ? Uni.createFrom().item(known)
            : store
                .reading(LedgerSession::head)
                .map(head -> LedgerState.genesis(head.chain().ledgerId()));
    return from.flatMap(this::readFrom);
  }

  private Uni<LedgerState> readFrom(LedgerState state) {
    return store
        .reading(session -> session.eventsAfter(state.chain(), PAGE))
        .emitOn(folding)
        .flatMap(
            events -> {
              LedgerState after = newest.offer(state.afterReading(events));
              return events.size() < PAGE ? Uni.createFrom().item(after) : readFrom(after);
            });
  }
}
