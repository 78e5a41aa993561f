package io.weir.dataplane.health;

import io.weir.contracts.value.HealthChecker;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.UpstreamPool;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A node that is probed, and when next. One event loop. */
final class Target implements Comparable<Target> {
  private static final double JITTER = 0.1;

  private final UpstreamPool pool;
  private final LiveNode node;
  private final long intervalNanos;
  private long due;
  private boolean silent;
  private boolean dropped;

  /** First due within one interval, so that a process that starts does not ask all at once. */
  Target(
      UpstreamPool pool, LiveNode node, HealthChecker checker, long now, RandomGenerator random) {
    this.pool = pool;
    this.node = node;
    intervalNanos = intervalNanos(checker);
    due = now + random.nextLong(intervalNanos);
  }

  private static long intervalNanos(HealthChecker checker) {
    return checker.activeCheckInterval() * 1_000_000_000L;
  }

  /** Whether it is probed as often as a checker wants. */
  boolean isPaced(HealthChecker checker) {
    return intervalNanos == intervalNanos(checker);
  }

  boolean isDue(long now) {
    return due - now <= 0;
  }

  /** A probe begins: the next one is an interval later, give or take a tenth. */
  void begins(long now, RandomGenerator random) {
    due = now + (long) (intervalNanos * random.nextDouble(1 - JITTER, 1 + JITTER));
  }

  LiveNode node() {
    return node;
  }

  /** How its upstream is checked as of now, or null if it no longer is. */
  @Nullable HealthChecker checker() {
    HealthChecker checker = pool.latest().settings().healthChecker();
    return checker != null && checker.enableActiveCheck() ? checker : null;
  }

  /** Whether the last probe of it had no answer in time. */
  boolean silent() {
    return silent;
  }

  void silent(boolean now) {
    silent = now;
  }

  /** It is not to be probed any more; the outcome of a running probe does not count. */
  void drop() {
    dropped = true;
  }

  boolean dropped() {
    return dropped;
  }

  @Override
  public int compareTo(Target other) {
    return Long.signum(due - other.due);
  }
}
