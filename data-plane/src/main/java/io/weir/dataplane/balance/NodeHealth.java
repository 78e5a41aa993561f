package io.weir.dataplane.balance;

import io.weir.contracts.value.HealthChecker;
import io.weir.dataplane.balance.NodeOutcome.Answered;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one node of one upstream: the single place where the outcomes of requests and of
 * probes are counted, so that two routes to a node never disagree about it. What an outcome says
 * about the node, {@link Verdict} decides; what the node is taken for then, {@link HealthState}. It
 * outlives changes of the configuration, those of the thresholds too. Thread-safe.
 */
public final class NodeHealth {
  /** What a node is taken for. */
  public enum State {
    /** Its upstream has no checks. */
    OFF,
    /** Fit for requests. */
    HEALTHY,
    /** Gets no requests, unless too few nodes are fit. */
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

  private final PoolState pool;
  private final HealthState state;
  private volatile boolean failing;
  private volatile @Nullable NodeCounts counts;

  NodeHealth(LiveNode node, PoolState pool) {
    this.pool = pool;
    state = new HealthState(node, pool);
  }

  /** Whether the last request at the node failed, be it checked or not. */
  public boolean failing() {
    return failing;
  }

  /**
   * An attempt at the node is over; to be told exactly once for each. What one request meets at
   * node after node may be the request's doing, so it is held against one of them at most; but a
   * node that cannot be reached is that whatever the request.
   *
   * @param outcome what became of the attempt
   * @param words what went wrong, for people, or null if that says it all
   * @param blamed what this answered for the request's last attempt, false for its first
   * @return whether the request has been held against a node by now
   */
  public boolean happened(NodeOutcome outcome, @Nullable String words, boolean blamed) {
    HealthChecker checker = pool.checker();
    boolean passive = checker != null && checker.enablePassiveCheck();
    Verdict verdict = Verdict.of(outcome, checker);
    Failure failure = verdict.failure();
    count(outcome, failure, passive);
    if (failure == null) {
      if (passive && verdict == Verdict.HEALTHY_ANSWER && state.suspect()) {
        state.succeeded(false);
      }
      return blamed;
    }
    if (checker != null && passive && !(blamed && verdict.mayBeTheRequest())) {
      state.failed(checker, failure, false, new FailureCause(outcome, words, 0));
    }
    return blamed || verdict.mayBeTheRequest();
  }

  /** Keeps the figures that are shown, whether a failure is held against the node or not. */
  private void count(NodeOutcome outcome, @Nullable Failure failure, boolean passive) {
    if (outcome instanceof Answered answered) {
      if (failing != answered.turnedAway()) {
        failing = answered.turnedAway();
      }
      counts().answered();
      if (failure != null && passive) {
        counts().failed(failure);
      }
    } else if (failure != null) {
      failing = true;
      counts().failed(failure);
    }
  }

  /**
   * A probe of the node is over; to be told exactly once for each.
   *
   * @param words what went wrong, for people, or null if the outcome says it all
   */
  public void probed(NodeOutcome outcome, @Nullable String words) {
    HealthChecker checker = pool.checker();
    if (checker == null || !checker.enableActiveCheck()) {
      return;
    }
    Verdict verdict = Verdict.of(outcome, checker);
    Failure failure = verdict.failure();
    if (failure != null) {
      int seconds = checker.activeCheckTimeout();
      state.failed(checker, failure, true, new FailureCause(outcome, words, seconds));
    } else if (verdict == Verdict.HEALTHY_ANSWER) {
      state.succeeded(true);
    }
  }

  /** Brings the node back if only time is to do so and has passed. */
  void recover(HealthChecker checker, long now) {
    state.recover(checker, now);
  }

  /** The upstream has no checks any more: what they found does not count. */
  void forget() {
    state.forget();
  }

  /** What the node is taken for now. */
  public State state() {
    HealthChecker checker = pool.checker();
    return checker == null || !checker.enabled() ? State.OFF : state.get();
  }

  /** The same with why and since when. */
  public NodeFinding finding() {
    NodeFinding finding = state.finding();
    return state() == State.OFF ? new NodeFinding(State.OFF, null, finding.since()) : finding;
  }

  /** Whether it is fit for requests, as far as is known. */
  boolean fit() {
    return state.get() != State.UNHEALTHY || state() == State.OFF;
  }

  /** Whether there is anything to tell: it has had requests, or is unhealthy. */
  public boolean isKnown() {
    return counts != null || state.get() == State.UNHEALTHY;
  }

  /** How many requests were answered. */
  public long answers() {
    NodeCounts all = counts;
    return all == null ? 0 : all.answers();
  }

  /**
   * How many requests failed in this way; {@link Failure#HTTP} only where passive checks are on.
   */
  public long failures(Failure failure) {
    NodeCounts all = counts;
    return all == null ? 0 : all.failures(failure);
  }

  /** How many failures passive checks have counted since the last success. */
  public int consecutiveFailures() {
    return state.consecutiveFailures();
  }

  private NodeCounts counts() {
    NodeCounts all = counts;
    return all == null ? firstCounts() : all;
  }

  private synchronized NodeCounts firstCounts() {
    NodeCounts all = counts;
    if (all == null) {
      all = new NodeCounts();
      counts = all;
    }
    return all;
  }
}
