package io.weir.dataplane.forward;

import io.weir.contracts.value.RetryOn;
import io.weir.dataplane.balance.Backoff;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.RetryBudget;
import io.weir.dataplane.balance.TriedNodes;
import io.weir.dataplane.balance.UpstreamPool;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Which node is next for one request: none twice while one is left that was not tried, then all
 * over again, for as many retries as the upstream allows and its budget has left. One event loop.
 */
final class Candidates {
  private final UpstreamPool pool;
  private final RetryBudget budget;
  private final int loop;
  private int retriesLeft;
  private boolean freshTryLeft = true;
  private @Nullable LiveNode current;
  private @Nullable TriedNodes tried;
  private int round;
  private boolean retrying;
  private boolean refused;
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
    budget.requestBegan(loop);
    retriesLeft = pool.retries();
  }

  /** The first node, or null if none takes traffic. */
  @Nullable LiveNode first() {
    current = pick(null);
    return current;
  }

  /**
   * The node after a failure of the last one, or null if none takes traffic or {@link
   * #refusedByBudget}. The budget protects nodes from more requests than there are. So it is not
   * asked for a request that goes to a node it has not been to, if none has received it yet, or if
   * that node's last request went well: the other nodes take over what a dead one cannot do,
   * however much it is.
   *
   * @param reached whether a node may have had work with the failed attempt
   */
  @Nullable LiveNode retry(boolean reached) {
    endRetry();
    next();
    LiveNode node = current;
    if (node != null && (round > 0 || reached && node.health().failing())) {
      retrying = budget.tryAcquire(loop);
      refused = !retrying;
    }
    return refused ? null : node;
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
    if (current == null) {
      // every node had its try: the next round begins
      round++;
      avoided.clear();
      current = pick(avoided);
    }
  }

  private @Nullable LiveNode pick(@Nullable TriedNodes avoided) {
    LiveNode node = pool.next(loop, avoided);
    if (node != null && pool.failOpen()) {
      failOpenPicks++;
    }
    return node;
  }

  /**
   * How long to wait before the node that {@link #retry} gave: not at all unless it is repeated.
   */
  long pauseNanos() {
    return round == 0 ? 0 : Backoff.nanos(round, ThreadLocalRandom.current());
  }

  /** The last node once more, on a fresh connection: not a retry, but possible only once. */
  @Nullable LiveNode again() {
    freshTryLeft = false;
    return current;
  }

  /** The request is over. */
  void close() {
    endRetry();
    budget.requestEnded(loop);
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

  /** Whether the budget had no retry left for it. */
  boolean refusedByBudget() {
    return refused;
  }

  /** How many nodes were picked though none was healthy. */
  int failOpenPicks() {
    return failOpenPicks;
  }
}
