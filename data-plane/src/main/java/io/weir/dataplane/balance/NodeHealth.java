package io.weir.dataplane.balance;

import io.weir.contracts.value.HealthChecker;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one node of one upstream: the single place where the outcomes of requests and of
 * probes are counted, so that two routes to a node never disagree about it. It outlives changes of
 * the configuration, those of the thresholds too. Thread-safe.
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
public final class NodeHealth {
  /** What a node is taken for. */
  public enum State {
    /** Its upstream has no checks. */
    OFF,
    /** Fit for requests. */
    HEALTHY,
    /** Gets no requests unless all nodes are. */
    UNHEALTHY,
    /** Nothing speaks for or against it yet; gets requests. */
    NO_DATA
  }

  /** How an attempt can go wrong, in the words of the upstream's health thresholds. */
  public enum Failure {
    /** No connection, or one that broke. */
    TCP,
    /** No answer in time. */
    TIMEOUT,
    /** An answer that says the node is unhealthy. */
    HTTP
  }

  /** How many probes in a row must succeed before an unhealthy node is healthy. */
  public static final int RISE = 2;

  private final LiveNode node;
  private final PoolState pool;
  private volatile State state = State.NO_DATA;
  private volatile boolean suspect = true;
  private volatile boolean failing;
  private volatile @Nullable Counts counts;

  // guarded by this
  private @Nullable Streaks ofRequests;
  private @Nullable Streaks ofProbes;
  private long since;
  private boolean onProbation;
  private byte goodProbes;

  NodeHealth(LiveNode node, PoolState pool) {
    this.node = node;
    this.pool = pool;
  }

  /** Whether the last request at the node failed, be it checked or not. */
  public boolean failing() {
    return failing;
  }

  /** The node answered, but in a way that has the request tried elsewhere. */
  public void turnedAway() {
    failing = true;
  }

  /** The node answered a request with this status. */
  public void answered(int status) {
    if (failing) {
      failing = false;
    }
    counts().answers.increment();
    HealthChecker checker = pool.checker();
    if (checker == null || !checker.enablePassiveCheck()) {
      return;
    }
    if (checker.unhealthyHttpStatus().contains(status)) {
      counts().http.increment();
      failed(checker, Failure.HTTP, false);
    } else if (suspect && checker.healthyHttpStatus().contains(status)) {
      succeeded(false);
    }
  }

  /** A request failed at the node, through no fault of the client. */
  public void failed(Failure failure) {
    failing = true;
    Counts all = counts();
    switch (failure) {
      case TCP -> all.tcp.increment();
      case TIMEOUT -> all.timeouts.increment();
      case HTTP -> all.http.increment();
    }
    HealthChecker checker = pool.checker();
    if (checker != null && checker.enablePassiveCheck()) {
      failed(checker, failure, false);
    }
  }

  /** The node answered a probe with this status. */
  public void probeAnswered(int status) {
    HealthChecker checker = pool.checker();
    if (checker == null || !checker.enableActiveCheck()) {
      return;
    }
    if (checker.unhealthyHttpStatus().contains(status)) {
      failed(checker, Failure.HTTP, true);
    } else if (checker.healthyHttpStatus().contains(status)) {
      succeeded(true);
    }
  }

  /** A probe failed at the node. */
  public void probeFailed(Failure failure) {
    HealthChecker checker = pool.checker();
    if (checker != null && checker.enableActiveCheck()) {
      failed(checker, failure, true);
    }
  }

  private void failed(HealthChecker checker, Failure failure, boolean probe) {
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
        return;
      }
      int inARow = streaks(probe).add(failure);
      suspect = true;
      if (inARow < threshold && !onProbation) {
        return;
      }
      why = reason(failure, inARow, probe);
      become(State.UNHEALTHY);
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

  private void succeeded(boolean probe) {
    State before;
    synchronized (this) {
      before = state;
      if (before == State.UNHEALTHY) {
        if (!probe || ++goodProbes < RISE) {
          return;
        }
        become(State.HEALTHY);
      } else {
        state = State.HEALTHY;
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
    state = next;
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

  private static int threshold(HealthChecker checker, Failure failure) {
    return switch (failure) {
      case TCP -> checker.tcpFailureThreshold();
      case TIMEOUT -> checker.timeoutThreshold();
      case HTTP -> checker.httpFailureThreshold();
    };
  }

  /** What the node is taken for now. */
  public State state() {
    HealthChecker checker = pool.checker();
    return checker == null || !checker.enabled() ? State.OFF : state;
  }

  /** Whether it is fit for requests, as far as is known. */
  boolean fit() {
    return state != State.UNHEALTHY || state() == State.OFF;
  }

  /** Whether there is anything to tell: it has had requests, or is unhealthy. */
  public boolean isKnown() {
    return counts != null || state == State.UNHEALTHY;
  }

  /** How many requests were answered. */
  public long answers() {
    Counts all = counts;
    return all == null ? 0 : all.answers.sum();
  }

  /**
   * How many requests failed in this way; {@link Failure#HTTP} only where passive checks are on.
   */
  public long failures(Failure failure) {
    Counts all = counts;
    if (all == null) {
      return 0;
    }
    return switch (failure) {
      case TCP -> all.tcp.sum();
      case TIMEOUT -> all.timeouts.sum();
      case HTTP -> all.http.sum();
    };
  }

  /** How many failures passive checks have counted since the last success. */
  public synchronized int consecutiveFailures() {
    return ofRequests == null ? 0 : ofRequests.sum();
  }

  private Counts counts() {
    Counts all = counts;
    return all == null ? firstCounts() : all;
  }

  private synchronized Counts firstCounts() {
    Counts all = counts;
    if (all == null) {
      all = new Counts();
      counts = all;
    }
    return all;
  }

  /** Only of nodes that have had traffic. */
  private static final class Counts {
    final LongAdder answers = new LongAdder();
    final LongAdder tcp = new LongAdder();
    final LongAdder timeouts = new LongAdder();
    final LongAdder http = new LongAdder();
  }

  /** Consecutive failures by kind; only of nodes that have some. */
  private static final class Streaks {
    private int tcp;
    private int timeouts;
    private int http;

    int add(Failure failure) {
      return switch (failure) {
        case TCP -> ++tcp;
        case TIMEOUT -> ++timeouts;
        case HTTP -> ++http;
      };
    }

    int sum() {
      return tcp + timeouts + http;
    }
  }
}
