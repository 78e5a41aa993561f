package io.weir.ledger;

import io.weir.contracts.log.Chain;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far the ledger is known to have come by somebody else than its database: a database that has
 * less was rewound, and this is how a process learns it that has not read so far itself. Only what
 * was committed may be told. Thread-safe.
 */
public final class KnownEnd {
  private final CompletableFuture<Void> looked = new CompletableFuture<>();
  private final CompletableFuture<Void> answered = new CompletableFuture<>();
  private volatile @Nullable Sight sight;

  /** What was seen, and whether the database is known to have another event in its place. */
  private record Sight(Chain end, boolean contradicted) {}

  /** Nobody else is asked. */
  public static KnownEnd ofNobody() {
    var known = new KnownEnd();
    known.answered();
    return known;
  }

  /**
   * The topic ends with this event.
   *
   * @param contradicted whether the database has another event at its position
   */
  public synchronized void seen(Chain end, boolean contradicted) {
    sight = new Sight(end, contradicted);
    answered();
  }

  /**
   * The topic ends with this event, and the database could not be asked for it: what was found out
   * before about the very same end holds.
   */
  public synchronized void seen(Chain end) {
    Sight before = sight;
    seen(end, before != null && before.contradicted && before.end.equals(end));
  }

  /** The topic is there and has no event. */
  public synchronized void nothing() {
    sight = null;
    answered();
  }

  private void answered() {
    answered.complete(null);
    looked.complete(null);
  }

  /** Whom to ask does not answer; what was seen before holds, and nobody waits any longer. */
  public void nobodyAnswers() {
    looked.complete(null);
  }

  /** Completes once somebody was asked, or did not answer in time. */
  CompletableFuture<Void> looked() {
    return looked.copy();
  }

  /**
   * Completes once somebody has answered, or at once where nobody is asked: what can wait is not
   * recorded before, since nothing else would tell a database that lost its newest events. Fails
   * with {@link LedgerUnavailableException} if nobody does in time.
   */
  CompletableFuture<Void> told(Duration patience) {
    return answered
        .copy()
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(
            e ->
                CompletableFuture.failedFuture(
                    new LedgerUnavailableException(
                        "the topic does not answer, so that it is not known whether the database"
                            + " has all that was recorded",
                        e)));
  }

  /**
   * What a database must have that is looked at from now on. To be taken before the look: what is
   * seen later may have been committed later.
   */
  Needed needed() {
    Sight now = sight;
    return new Needed(now == null ? null : now.end, now != null && now.contradicted);
  }

  /** What a database must have. */
  record Needed(@Nullable Chain end, boolean contradicted) {
    /**
     * Compares the end of the database.
     *
     * @throws LedgerRewoundException if it does not have what was seen
     */
    void require(Chain stored) {
      if (end == null) {
        return;
      }
      boolean another =
          contradicted
              || !stored.ledgerId().equals(end.ledgerId())
              || (stored.position() == end.position() && !stored.hash().equals(end.hash()));
      if (another || stored.position() < end.position()) {
        throw LedgerRewoundException.of(stored, end, "the topic");
      }
    }
  }
}
