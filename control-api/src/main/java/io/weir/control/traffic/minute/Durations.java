package io.weir.control.traffic.minute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.control.traffic.TrafficReader;
import io.weir.control.traffic.UnreadableException;
import java.util.Arrays;
import java.util.List;

/**
 * How many took how long: counts by buckets, of which each is told by its upper bound in
 * microseconds. Immutable.
 */
final class Durations {
  /** None. */
  static final Durations NONE = new Durations(new long[0], new long[0]);

  /** What stands for more than the highest bound there is. */
  static final long BEYOND = 60_000_001;

  private final long[] uppers;
  private final long[] counts;

  private Durations(long[] uppers, long[] counts) {
    this.uppers = uppers;
    this.counts = counts;
  }

  /** Reads pairs of an upper bound, null where there is none, and a count. */
  static Durations read(List<JsonNode> pairs) {
    Durations all = NONE;
    for (JsonNode pair : pairs) {
      if (!pair.isArray() || pair.size() != 2) {
        throw new UnreadableException("a bucket is no pair");
      }
      long upper = pair.get(0).isNull() ? BEYOND : number(pair.get(0));
      all = all.plus(new Durations(new long[] {upper}, new long[] {number(pair.get(1))}));
    }
    return all;
  }

  private static long number(JsonNode value) {
    return TrafficReader.number("a bucket", value);
  }

  /** These and others. */
  Durations plus(Durations other) {
    if (other.uppers.length == 0) {
      return this;
    }
    if (uppers.length == 0) {
      return other;
    }
    long[] bounds = new long[uppers.length + other.uppers.length];
    long[] sums = new long[bounds.length];
    int size = 0;
    for (int mine = 0, others = 0; mine < uppers.length || others < other.uppers.length; size++) {
      boolean fromMine =
          others == other.uppers.length
              || mine < uppers.length && uppers[mine] <= other.uppers[others];
      boolean fromOther =
          mine == uppers.length
              || others < other.uppers.length && other.uppers[others] <= uppers[mine];
      bounds[size] = fromMine ? uppers[mine] : other.uppers[others];
      sums[size] = (fromMine ? counts[mine++] : 0) + (fromOther ? other.counts[others++] : 0);
    }
    return new Durations(Arrays.copyOf(bounds, size), Arrays.copyOf(sums, size));
  }

  /** How many there are. */
  long count() {
    return Arrays.stream(counts).sum();
  }

  /**
   * The upper bound of the bucket in which the last of the quickest ones is, of a fraction of all.
   *
   * @param percent 1 to 100
   */
  long quantile(int percent) {
    long rank = Math.max(1, Math.ceilDiv(count() * percent, 100));
    long seen = 0;
    for (int i = 0; i < uppers.length; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return uppers[i];
      }
    }
    throw new IllegalStateException("of none there is no quantile");
  }

  /** Writes a member with quantiles, unless there are none. */
  void write(ObjectNode into, String member, boolean withMost) {
    if (count() == 0) {
      return;
    }
    ObjectNode quantiles =
        into.putObject(member)
            .put("p50", quantile(50))
            .put("p90", quantile(90))
            .put("p99", quantile(99));
    if (withMost) {
      quantiles.put("max", quantile(100));
    }
  }
}
