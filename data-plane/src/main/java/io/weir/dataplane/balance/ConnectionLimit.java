package io.weir.dataplane.balance;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many connections the pools of all event loops have to one node, idle ones and those being
 * made among them. Thread-safe.
 *
 * <p>A connection belongs to the loop that made it and serves no other. So a loop that has none to
 * the node may always open one, even where the others have all that the limit allows; and a loop
 * that was refused another is remembered, for the others to close an idle one in its favour: see
 * {@link #yields}. The limit may therefore be exceeded by one for each further loop.
 */
public final class ConnectionLimit {
  private static final int NOBODY = -1;

  private final PoolState pool;
  private final AtomicInteger open = new AtomicInteger();
  private volatile int wanting = NOBODY;

  ConnectionLimit(PoolState pool) {
    this.pool = pool;
  }

  /**
   * Asks for room before a connection is made; told by the pool of a loop.
   *
   * @param loop the index of that event loop
   * @param ofLoop how many connections to the node that loop has, at least 0
   * @return whether it may be made; then {@link #closed} must follow, exactly once, when it is
   *     closed or could not be made
   */
  public boolean tryOpen(int loop, int ofLoop) {
    int limit = pool.latest().settings().limits().maxConnectionsPerNode();
    int now = open.get();
    while (now < limit || ofLoop == 0) {
      if (open.compareAndSet(now, now + 1)) {
        return true;
      }
      now = open.get();
    }
    wanting = loop;
    return false;
  }

  /** A connection that there was room for is no more. */
  public void closed() {
    open.decrementAndGet();
  }

  /**
   * Whether to close a connection that is idle, rather than keep it, because another loop was
   * refused one since this was last answered with true. To be asked when a connection becomes idle
   * and of those that are, from time to time.
   *
   * @param loop the index of the event loop that has the idle connection
   */
  public boolean yields(int loop) {
    int other = wanting;
    if (other == NOBODY || other == loop) {
      return false;
    }
    wanting = NOBODY;
    return true;
  }

  /** How many there are. */
  public int open() {
    return open.get();
  }
}
