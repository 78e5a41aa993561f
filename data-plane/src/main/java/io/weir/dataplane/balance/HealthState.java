package io.weir.dataplane.balance;

import io.weir.contracts.value.HealthChecker;
import io.weir.dataplane.balance.NodeHealth.Failure;
import io.weir.dataplane.balance.NodeHealth.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one node is taken for, and how that changes. Thread-safe.
 *
 * <pre>
 *   NO_DATA ──a success──▶ HEALTHY ◀─┬─ active checks: 2 successful probes in a row
 *      │                      │      └─ passive checks alone: unhealthyTimeout passed (on probation)
 *      └──── threshold ───────┴─▶ UNHEALTHY
 * </pre>
 *
 * <ul>
 *   <li>Failures are counted by kind, and those of requests apart from those of probes: a probe
 *       that succeeds must not hide that requests fail, nor requests that a probe is told to stay
 *       away. A success of either sort forgets the failures of that sort.
 *   <li>Where active checks are on, only they bring a node back, whatever made it unhealthy: the
 *       clients' requests are not spent on finding out.
 *   <li>A node on probation is unhealthy again with the next failure of any kind that counts.
 * </ul>
 */
final class HealthState {
  private final LiveNode node;
  private final PoolState pool;
  private volatile State state = State.NO_DATA;
  private volatile boolean suspect = true;

  // guarded by this
  private Instant changedAt = Instant.now();
  private @Nullable String cause;
  private @Nullable Streaks ofRequests;
  private @Nullable Streaks ofProbes;
  private long since;
  private boolean onProbation;
  private byte goodProbes;

  HealthState(LiveNode node, PoolState pool) {
    this.node = node;
    this.pool = pool;
  }

  /** As of now, whether or not the upstream has checks. */
  State get() {
    return state;
  }

  /** Whether a request that succeeds would tell anything new. */
  boolean suspect() {
    return suspect;
  }

  /** As of now, with why and since when. */
  synchronized NodeFinding finding() {
    return new NodeFinding(state, cause, changedAt.toString());
  }

  /**
   * A failure that counts against the node, of a request or of a probe.
   *
   * @param told what was said of it, for people
   */
  void failed(HealthChecker checker, Failure failure, boolean probe, FailureCause told) {
    int threshold = threshold(checker, failure);
    if (threshold == 0 || (state == State.UNHEALTHY && !probe)) {
      return;
    }
    State before;
    String why;
    synchronized (this) {
      goodProbes = 0;
      before = state;
      if (before == State.UNHEALTHY) {
        cause = told.text();
        return;
      }
      int inARow = streaks(probe).add(failure);
      suspect = true;
      if (inARow < threshold && !onProbation) {
        return;
      }
      why = reason(failure, inARow, probe);
      become(State.UNHEALTHY);
      cause = told.text();
    }
    pool.healthChanged(node, before, State.UNHEALTHY, why);
  }

  private String reason(Failure failure, int inARow, boolean probe) {
    return "%d %s%s failed (%s)%s"
        .formatted(
            inARow,
            probe ? "probe" : "request",
            inARow == 1 ? "" : "s in a row",
            failure,
            onProbation ? ", on probation" : "");
  }

  private static int threshold(HealthChecker checker, Failure failure) {
    return switch (failure) {
      case TCP -> checker.tcpFailureThreshold();
      case TIMEOUT -> checker.timeoutThreshold();
      case HTTP -> checker.httpFailureThreshold();
    };
  }

  /** A success of a request or of a probe. */
  void succeeded(boolean probe) {
    State before;
    synchronized (this) {
      before = state;
      if (before == State.UNHEALTHY) {
        if (!probe || ++goodProbes < NodeHealth.RISE) {
          return;
        }
        become(State.HEALTHY);
      } else {
        if (before != State.HEALTHY) {
          state = State.HEALTHY;
          changedAt = Instant.now();
        }
        if (probe) {
          ofProbes = null;
        } else {
          ofRequests = null;
          onProbation = false;
        }
        suspect = ofRequests != null || onProbation;
      }
    }
    if (before != State.HEALTHY) {
      pool.healthChanged(
          node, before, State.HEALTHY, probe ? "probes succeeded" : "a request succeeded");
    }
  }

  /**
   * Lets a node that passive checks alone made unhealthy have requests again when its time has
   * come.
   */
  void recover(HealthChecker checker, long now) {
    if (state != State.UNHEALTHY || checker.enableActiveCheck()) {
      return;
    }
    synchronized (this) {
      if (state != State.UNHEALTHY || now - since < checker.unhealthyTimeout() * 1_000_000_000L) {
        return;
      }
      become(State.HEALTHY);
      onProbation = true;
      suspect = true;
    }
    pool.healthChanged(
        node,
        State.UNHEALTHY,
        State.HEALTHY,
        "on probation after " + checker.unhealthyTimeout() + " s");
  }

  /** The upstream has no checks any more: what they found does not count. */
  synchronized void forget() {
    become(State.NO_DATA);
    suspect = true;
  }

  private void become(State next) {
    if (state != next) {
      changedAt = Instant.now();
    }
    state = next;
    cause = null;
    since = pool.now();
    ofRequests = null;
    ofProbes = null;
    onProbation = false;
    goodProbes = 0;
    suspect = false;
  }

  private Streaks streaks(boolean probe) {
    Streaks streaks = probe ? ofProbes : ofRequests;
    if (streaks == null) {
      streaks = new Streaks();
      if (probe) {
        ofProbes = streaks;
      } else {
        ofRequests = streaks;
      }
    }
    return streaks;
  }

  /** How many failures of requests there were since the last success. */
  synchronized int consecutiveFailures() {
    return ofRequests == null ? 0 : ofRequests.sum();
  }
}
