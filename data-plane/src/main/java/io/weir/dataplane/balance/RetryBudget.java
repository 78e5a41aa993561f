package io.weir.dataplane.balance;

/**
 * How many of an upstream's requests may be being repeated at a time: a fraction of those that are
 * not, but at least a minimum. So an upstream that fails altogether gets at most {@code 1 +
 * fraction} times the requests it would get without retries, however many each may make. A permit
 * is held from the decision to retry, through the back-off, to the end of the attempt.
 *
 * <p>Each event loop counts for itself; only who asks for a permit adds the counts up. Loops that
 * ask in the same instant may together exceed the limit by one a loop.
 */
public final class RetryBudget {
  /** One retry for five requests. */
  public static final double DEFAULT_FRACTION = 0.2;

  /** A lone request may use its retries. */
  public static final int DEFAULT_MINIMUM = 3;

  private final LoopStates loops;
  private final LoopCounts active;
  private final double fraction;
  private final int minimum;

  /**
   * A budget on its own.
   *
   * @param loops how many event loops there are
   * @param fraction retries per request that is not being repeated, 0 to 1
   * @param minimum how many there may always be, at least 0
   */
  public RetryBudget(int loops, double fraction, int minimum) {
    this(
        new LoopStates(loops, 0),
        new LoopCounts(loops),
        new PoolOptions(loops, fraction, minimum, System::nanoTime));
  }

  RetryBudget(LoopStates loops, LoopCounts active, PoolOptions options) {
    this.loops = loops;
    this.active = active;
    fraction = options.retryFraction();
    minimum = options.retryMinimum();
  }

  /** A request for the upstream begins; told by the thread of the event loop it is on. */
  void requestBegan(int loop) {
    active.add(loop);
  }

  /** The request is over, whatever became of it; exactly once for each that began. */
  void requestEnded(int loop) {
    active.remove(loop);
  }

  /** Whether an active request may be repeated; if so, {@link #release} must follow. */
  public boolean tryAcquire(int loop) {
    long retrying = loops.retrying();
    if (retrying >= minimum && retrying + 1 > fraction * (active.sum() - retrying - 1)) {
      return false;
    }
    loops.of(loop).addRetrying(1);
    return true;
  }

  /** The attempt is over. */
  public void release(int loop) {
    loops.of(loop).addRetrying(-1);
  }

  /** How many requests are active, those being repeated among them. */
  long active() {
    return active.sum();
  }

  /** How many requests are being repeated. */
  public long retrying() {
    return loops.retrying();
  }
}
