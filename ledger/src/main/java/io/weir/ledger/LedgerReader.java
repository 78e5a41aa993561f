package io.weir.ledger;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import java.util.List;
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
  static final int PAGE = 1_000;

  private final LedgerStore store;
  private final NewestState newest;
  private final KeptImages images;
  private final KnownEnd known;
  private final Executor folding;
  private volatile @Nullable Throwable refused;
  private @Nullable CompletableFuture<LedgerState> next;
  private boolean reading;

  LedgerReader(
      LedgerStore store, NewestState newest, KeptImages images, KnownEnd known, Executor folding) {
    this.store = store;
    this.newest = newest;
    this.images = images;
    this.known = known;
    this.folding = folding;
  }

  /**
   * The state caught up with everything committed when this was called. Every caller has a future
   * of its own: one that cancels it, because its client left, leaves the others waiting for the
   * read they share.
   */
  synchronized CompletableFuture<LedgerState> caughtUp() {
    CompletableFuture<LedgerState> asked = next;
    if (asked == null) {
      asked = new CompletableFuture<>();
      next = asked;
      if (!reading) {
        begin(asked);
      }
    }
    return asked.copy();
  }

  private void begin(CompletableFuture<LedgerState> asked) {
    reading = true;
    next = null;
    read()
        .subscribe()
        .with(
            state -> {
              refused = null;
              end();
              asked.complete(state);
            },
            failure -> {
              if (Trouble.of(failure) == Trouble.HISTORY) {
                refused = failure;
              }
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

  /**
   * Why what the database has cannot be read on, found by the last read that it answered: a {@link
   * LedgerRewoundException} or a {@link LedgerUnreadableException}, or null.
   */
  @Nullable Throwable refused() {
    return refused;
  }

  private Uni<LedgerState> read() {
    return Uni.createFrom().completionStage(known::looked).flatMap(_ -> readOn());
  }

  private Uni<LedgerState> readOn() {
    KnownEnd.Needed needed = known.needed();
    LedgerState state = newest.get();
    return store
        .reading(LedgerSession::head)
        .invoke(needed::require)
        .flatMap(
            head ->
                state != null
                    ? readFrom(state, head)
                    : images
                        .nearest(head.ledgerId(), head.position(), folding)
                        .flatMap(nearest -> readFrom(nearest, head)));
  }

  /** Nothing is asked for when there is nothing new, which is most often so. */
  private Uni<LedgerState> readFrom(LedgerState state, Chain head) {
    if (state.chain().equals(head)) {
      return Uni.createFrom().item(newest.offer(state));
    }
    state.requireBefore(head);
    return pages(state, head);
  }

  /** Page after page, and nothing of a page is held once it is folded: there may be millions. */
  private Uni<LedgerState> pages(LedgerState from, Chain head) {
    // each step follows the one before, whatever thread it is on
    LedgerState[] at = {from};
    return Uni.createFrom()
        .deferred(() -> page(at[0]))
        .emitOn(folding)
        .map(
            events -> {
              at[0] = newest.offer(at[0].afterReading(events, head));
              return events.size();
            })
        .repeat()
        .until(read -> read < PAGE)
        .onItem()
        .ignoreAsUni()
        .map(_ -> at[0]);
  }

  private Uni<List<Recorded>> page(LedgerState state) {
    return store.reading(session -> session.eventsAfter(state.chain(), PAGE));
  }
}
