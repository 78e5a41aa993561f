package io.weir.dataplane.exchange;

import io.weir.contracts.value.RetryOn;
import io.weir.dataplane.balance.Backoff;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.Pick;
import io.weir.dataplane.balance.RetryBudget;
import io.weir.dataplane.balance.TriedNodes;
import io.weir.dataplane.balance.UpstreamPool;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Which node is next for one request: none twice while one is left that was not tried, then all
 * over again, for as many retries as the upstream allows and its budget has left. Each node that is
 * given has room taken for the attempt, which whoever makes it gives back. One event loop.
 */
final class Candidates {
  private final UpstreamPool pool;
  private final RetryBudget budget;
  private final int loop;
  private int retriesLeft;
  private boolean begun;
  private boolean freshTryLeft = true;
  private @Nullable LiveNode current;
  private @Nullable TriedNodes tried;
  private int round;
  private boolean retrying;
  private @Nullable Failure refusal;
  private int failOpenPicks;

  /**
   * Of a request that begins.
   *
   * @param loop the index of the event loop that serves it
   */
  Candidates(UpstreamPool pool, int loop) {
    this.pool = pool;
    this.loop = loop;
    budget = pool.budget();
    retriesLeft = pool.retries();
  }

  /** The first node, or null, which {@link #refusal} explains. */
  @Nullable LiveNode first() {
    begun = pool.tryBegin(loop);
    current = begun ? pick(null) : refuse(Failure.OVERLOADED);
    return current;
  }

  /**
   * The node after a failure of the last one, or null, which {@link #refusal} explains. The budget
   * protects nodes from more requests than there are. So it is not asked for a request that goes to
   * a node it has not been to, if none has received it yet, or if that node's last request went
   * well: the other nodes take over what a dead one cannot do, however much it is.
   *
   * @param reached whether a node may have had work with the failed attempt
   */
  @Nullable LiveNode retry(boolean reached) {
    endRetry();
    next();
    LiveNode node = current;
    if (node != null && (round > 0 || reached && node.health().failing())) {
      retrying = budget.tryAcquire(loop);
      if (!retrying) {
        node.release(loop);
        return refuse(Failure.RETRY_BUDGET_EXHAUSTED);
      }
    }
    return node;
  }

  private void endRetry() {
    if (retrying) {
      retrying = false;
      budget.release(loop);
    }
  }

  private void next() {
    retriesLeft--;
    TriedNodes avoided = tried == null ? new TriedNodes() : tried;
    if (current != null) {
      avoided.add(current);
    }
    tried = avoided;
    current = pick(avoided);
    if (current == null && refusal == Failure.NO_ELIGIBLE_NODE) {
      // every node had its try: the next round begins
      round++;
      avoided.clear();
      current = pick(avoided);
    }
  }

  private @Nullable LiveNode pick(@Nullable TriedNodes avoided) {
    return switch (pool.acquire(loop, avoided)) {
      case LiveNode node -> {
        refusal = null;
        if (pool.failOpen()) {
          failOpenPicks++;
        }
        yield node;
      }
      case Pick.None none ->
          refuse(
              switch (none) {
                case NO_NODE -> Failure.NO_ELIGIBLE_NODE;
                case OVERLOADED -> Failure.OVERLOADED;
              });
    };
  }

  private @Nullable LiveNode refuse(Failure why) {
    refusal = why;
    return null;
  }

  /** Why no node was given the last time; null if one was. */
  @Nullable Failure refusal() {
    return refusal;
  }

  /**
   * How long to wait before the node that {@link #retry} gave: not at all unless it is repeated.
   */
  long pauseNanos() {
    return round == 0 ? 0 : Backoff.nanos(round, ThreadLocalRandom.current());
  }

  /**
   * The last node once more, for a fresh connection: not a retry, but possible only once. Null if
   * it has no room any more.
   */
  @Nullable LiveNode again() {
    freshTryLeft = false;
    LiveNode node = current;
    return node != null && node.tryAcquire(loop) ? node : refuse(Failure.OVERLOADED);
  }

  /** The attempt at a node that was given is over. */
  void release(LiveNode node) {
    node.release(loop);
  }

  /** The request is over. */
  void close() {
    endRetry();
    if (begun) {
      begun = false;
      pool.end(loop);
    }
  }

  RetryOn retryOn() {
    return pool.settings().retryOn();
  }

  int retriesLeft() {
    return retriesLeft;
  }

  boolean freshTryLeft() {
    return freshTryLeft;
  }

  /** Whether each node that takes traffic had its try, and the next would be a repetition. */
  boolean isRepeating() {
    return round > 0;
  }

  /** Whether the budget had no retry left for it. */
  boolean refusedByBudget() {
    return refusal == Failure.RETRY_BUDGET_EXHAUSTED;
  }

  /** How many nodes were picked though none was healthy. */
  int failOpenPicks() {
    return failOpenPicks;
  }
}
