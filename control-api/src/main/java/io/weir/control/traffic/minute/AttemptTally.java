package io.weir.control.traffic.minute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.control.traffic.TrafficReader;
import java.util.Map;

/**
 * What was counted of attempts at nodes: how many, how many failed, how they went, and how long the
 * first byte of an answer took. Not thread-safe.
 */
final class AttemptTally implements Tally<AttemptTally> {
  private static final int MOST_BUCKETS = 64;

  private long attempts;
  private long failed;
  private Map<String, Long> results = Map.of();
  private Durations firstByte = Durations.NONE;

  static AttemptTally read(TrafficReader row) {
    AttemptTally tally = new AttemptTally();
    tally.attempts = row.number("attempts");
    tally.failed = row.numberOrNone("failed");
    tally.results = row.counts("results");
    tally.firstByte = Durations.read(row.elements("firstByte", MOST_BUCKETS));
    return tally;
  }

  @Override
  public long size() {
    return attempts;
  }

  @Override
  public AttemptTally none() {
    return new AttemptTally();
  }

  @Override
  public void add(AttemptTally other) {
    attempts += other.attempts;
    failed += other.failed;
    results = RequestTally.sum(results, other.results);
    firstByte = firstByte.plus(other.firstByte);
  }

  @Override
  public void write(ObjectNode into) {
    into.put("attempts", attempts).put("failed", failed);
    ObjectNode words = into.putObject("results");
    results.forEach(words::put);
    firstByte.write(into, "firstByteMicros", false);
  }
}
