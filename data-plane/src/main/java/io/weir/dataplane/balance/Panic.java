package io.weir.dataplane.balance;

import io.weir.contracts.value.HealthChecker;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How many requests the unfit nodes of an upstream get for want of fit ones. In a panic, which is
 * when none is fit or less than the upstream's threshold, as many as if they were fit: few nodes
 * cannot do the work of all, and a check that is wrong about most is likelier than that. When it is
 * over, less in ten equal steps, so that the first nodes to return do not get the work of all at
 * once, and the others have the time to be found fit. Whoever looks holds its monitor; any thread
 * reads.
 */
final class Panic {
  /** The tenths of its weight that a node has in full. */
  static final int FULL_SHARE = LiveNode.FULL_SHARE;

  /** The longest time that unfit nodes get requests after a panic. */
  static final long MAX_WINDOW_NANOS = TimeUnit.SECONDS.toNanos(60);

  private volatile int unfitShare;

  // guarded by this
  private boolean ending;
  private long endedAt;

  /** How many tenths of their weights unfit nodes have now, 0 to {@link #FULL_SHARE}. */
  int unfitShare() {
    return unfitShare;
  }

  /**
   * Takes note of how things are.
   *
   * @param eligible how many nodes may get requests, by their weights and not draining
   * @param fit how many of them are fit
   * @param now the time in nanoseconds
   * @return whether unfit nodes have another share now
   */
  boolean look(int eligible, int fit, @Nullable HealthChecker checker, long now) {
    int before = unfitShare;
    int threshold = checker == null ? 0 : checker.panicThreshold();
    if (fit == eligible || checker == null) {
      ending = false;
      unfitShare = 0;
    } else if (fit == 0 || 100 * fit < threshold * eligible) {
      ending = false;
      unfitShare = FULL_SHARE;
    } else if (before > 0) {
      if (!ending) {
        ending = true;
        endedAt = now;
      }
      unfitShare = share(now - endedAt, windowNanos(checker));
    }
    return unfitShare != before;
  }

  private static int share(long passed, long window) {
    return passed >= window ? 0 : (int) (FULL_SHARE - FULL_SHARE * passed / window);
  }

  /**
   * How long unfit nodes go on getting requests: as long as another node that is well needs to be
   * found fit, a minute at most.
   */
  static long windowNanos(HealthChecker checker) {
    int seconds =
        checker.enableActiveCheck()
            ? NodeHealth.RISE * checker.activeCheckInterval() + checker.activeCheckTimeout()
            : checker.unhealthyTimeout();
    return Math.min(MAX_WINDOW_NANOS, TimeUnit.SECONDS.toNanos(seconds));
  }
}
