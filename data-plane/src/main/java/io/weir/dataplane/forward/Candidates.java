package io.weir.dataplane.forward;

import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.TriedNodes;
import io.weir.dataplane.balance.UpstreamPool;
import org.jspecify.annotations.Nullable;

/**
 * Which node is next for one request: none twice while one is left that was not tried, then all
 * over again, for as many retries as the upstream allows. One event loop.
 */
final class Candidates {
  private final UpstreamPool pool;
  private int retriesLeft;
  private boolean freshTryLeft = true;
  private @Nullable LiveNode current;
  private @Nullable TriedNodes tried;

  Candidates(UpstreamPool pool) {
    this.pool = pool;
    retriesLeft = pool.retries();
  }

  /** The first node, or null if none takes traffic. */
  @Nullable LiveNode first() {
    return pick();
  }

  /** The node after a failure of the last one: a retry. */
  @Nullable LiveNode next() {
    retriesLeft--;
    TriedNodes avoided = tried == null ? new TriedNodes() : tried;
    if (current != null) {
      avoided.add(current);
    }
    tried = avoided;
    return pick();
  }

  /** The last node once more, on a fresh connection: not a retry, but possible only once. */
  @Nullable LiveNode again() {
    freshTryLeft = false;
    return current;
  }

  private @Nullable LiveNode pick() {
    current = pool.next(0, tried);
    if (current == null && tried != null) {
      // every node had its try: the next round begins
      tried.clear();
      current = pool.next(0, tried);
    }
    return current;
  }

  int retriesLeft() {
    return retriesLeft;
  }

  boolean freshTryLeft() {
    return freshTryLeft;
  }
}
