package io.weir.dataplane.balance;

import org.jspecify.annotations.Nullable;

/**
 * The {@link LoopState} of every event loop that has met the upstream: an upstream without traffic
 * costs one reference a loop.
 */
final class LoopStates {
  private final long start;
  private final long distance;
  private final @Nullable LoopState[] states;

  /**
   * For so many loops, which begin at equal distances all over the period, the first at phase
   * {@code start}: so even their first requests are spread by weight.
   */
  LoopStates(int loops, long start) {
    this.start = start;
    distance = Long.divideUnsigned(-1L, loops) + 1;
    states = new LoopState[loops];
  }

  /**
   * The state of a loop; called by that loop's thread alone, so there is no race. Others may see
   * the new state late or its counts as 0, which is what they were.
   */
  LoopState of(int loop) {
    LoopState state = states[loop];
    return state == null ? begin(loop) : state;
  }

  private LoopState begin(int loop) {
    LoopState state = new LoopState(start + loop * distance);
    states[loop] = state;
    return state;
  }

  /** How many loops there are. */
  int size() {
    return states.length;
  }

  /** How many requests are being repeated. */
  long retrying() {
    long sum = 0;
    for (LoopState state : states) {
      sum += state == null ? 0 : state.retrying();
    }
    return sum;
  }

  /** How many requests found no room. */
  long overloads() {
    long sum = 0;
    for (LoopState state : states) {
      sum += state == null ? 0 : state.overloads();
    }
    return sum;
  }

  /** How many picks there were while unfit nodes were used. */
  long failOpen() {
    long sum = 0;
    for (LoopState state : states) {
      sum += state == null ? 0 : state.failOpen();
    }
    return sum;
  }
}
