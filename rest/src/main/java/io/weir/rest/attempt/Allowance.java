package io.weir.rest.attempt;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much may be written down: a bucket of tokens for everybody together, and one for each source,
 * so that one that floods does not hide what others do. Not thread-safe.
 */
final class Allowance {
  /** A source that was not heard of for longest is forgotten first. */
  private static final int SOURCES = 1_000;

  private final Bucket all;
  private final int burst;
  private final double perSecond;
  private final Map<String, Bucket> sources =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > SOURCES;
        }
      };

  /**
   * An allowance.
   *
   * @param burst how many of one source at once; four times as many altogether
   * @param perSecond how many of one source in the long run; four times as many altogether
   */
  Allowance(int burst, double perSecond) {
    this.burst = burst;
    this.perSecond = perSecond;
    all = new Bucket(4 * burst, 4 * perSecond);
  }

  /**
   * Takes one, unless there is none.
   *
   * @param nanos what {@link System#nanoTime} says
   */
  boolean take(String source, long nanos) {
    Bucket own = sources.computeIfAbsent(source, _ -> new Bucket(burst, perSecond));
    return own.take(nanos) && all.take(nanos);
  }

  private static final class Bucket {
    private final double most;
    private final double perSecond;
    private double tokens;
    private long filledAt;
    private boolean begun;

    Bucket(double most, double perSecond) {
      this.most = most;
      this.perSecond = perSecond;
      tokens = most;
    }

    boolean take(long nanos) {
      if (begun) {
        tokens = Math.min(most, tokens + (nanos - filledAt) / 1e9 * perSecond);
      }
      begun = true;
      filledAt = nanos;
      if (tokens < 1) {
        return false;
      }
      tokens--;
      return true;
    }
  }
}
