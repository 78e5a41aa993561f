package io.weir.dataplane.forward;

import io.weir.contracts.value.RetryOn;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.NodePicker;
import io.weir.dataplane.balance.TriedNodes;
import io.weir.dataplane.balance.UpstreamPool;
import org.jspecify.annotations.Nullable;

/**
 * Which node is next for one request: none twice while one is left that was not tried, then all
 * over again, for as many retries as the upstream allows and its budget has left. One event loop.
 */
final class Candidates {
  private final UpstreamPool pool;
  private final NodePicker picker;
  private int retriesLeft;
  private boolean freshTryLeft = true;
  private int current = NodePicker.NONE;
  private @Nullable TriedNodes tried;
  private int round;

  Candidates(UpstreamPool pool) {
    this.pool = pool;
    picker = pool.picker();
    retriesLeft = pool.retries();
  }

  /** The first node, or null if none takes traffic. */
  @Nullable LiveNode first() {
    return pick();
  }

  /** Whether the budget of the upstream allows a retry now; asked before {@link #next}. */
  boolean mayRetry() {
    return true;
  }

  /** The node after a failure of the last one: a retry. */
  @Nullable LiveNode next() {
    retriesLeft--;
    TriedNodes avoided = tried == null ? new TriedNodes() : tried;
    avoided.add(current);
    tried = avoided;
    return pick();
  }

  /** The last node once more, on a fresh connection: not a retry, but possible only once. */
  LiveNode again() {
    freshTryLeft = false;
    return picker.node(current);
  }

  private @Nullable LiveNode pick() {
    current = picker.pick(tried);
    if (current == NodePicker.NONE && tried != null) {
      // every node had its try: the next round begins
      round++;
      tried.clear();
      current = picker.pick(tried);
    }
    return current == NodePicker.NONE ? null : picker.node(current);
  }

  /** How long to wait before the node that {@link #next} gave: not at all unless it is repeated. */
  long pauseNanos() {
    return 0;
  }

  /** The request is over. */
  void close() {}

  RetryOn retryOn() {
    return pool.settings().retryOn();
  }

  int retriesLeft() {
    return retriesLeft;
  }

  boolean freshTryLeft() {
    return freshTryLeft;
  }
}
