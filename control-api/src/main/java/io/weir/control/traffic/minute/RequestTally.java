package io.weir.control.traffic.minute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.control.traffic.TrafficReader;
import io.weir.control.traffic.UnreadableException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted of requests: how many, how they were answered, why the gateway failed some, how
 * many attempts were repetitions, and how long they took. Not thread-safe.
 */
final class RequestTally implements Tally<RequestTally> {
  private static final int CLASSES = 5;
  private static final int MOST_BUCKETS = 64;

  private final long[] statuses = new long[CLASSES];
  private long requests;
  private long retries;
  private Map<String, Long> failures = Map.of();
  private Durations durations = Durations.NONE;

  static RequestTally read(TrafficReader row) {
    RequestTally tally = new RequestTally();
    tally.requests = row.number("requests");
    row.counts("status").forEach((name, count) -> tally.statuses[statusClass(name)] = count);
    tally.failures = row.counts("failures");
    tally.retries = row.numberOrNone("retries");
    tally.durations = Durations.read(row.elements("durations", MOST_BUCKETS));
    return tally;
  }

  private static int statusClass(String name) {
    int found = name.length() == 3 && name.endsWith("xx") ? name.charAt(0) - '1' : -1;
    if (found < 0 || found >= CLASSES) {
      throw new UnreadableException("status has what is no class");
    }
    return found;
  }

  @Override
  public long size() {
    return requests;
  }

  @Override
  public RequestTally none() {
    return new RequestTally();
  }

  @Override
  public void add(RequestTally other) {
    requests += other.requests;
    retries += other.retries;
    for (int i = 0; i < CLASSES; i++) {
      statuses[i] += other.statuses[i];
    }
    failures = sum(failures, other.failures);
    durations = durations.plus(other.durations);
  }

  static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
    if (other.isEmpty()) {
      return one;
    }
    Map<String, Long> sum = new TreeMap<>(one);
    other.forEach((name, count) -> sum.merge(name, count, Long::sum));
    return sum;
  }

  @Override
  public void write(ObjectNode into) {
    into.put("requests", requests);
    ObjectNode status = into.putObject("status");
    for (int i = 0; i < CLASSES; i++) {
      status.put((i + 1) + "xx", statuses[i]);
    }
    ObjectNode codes = into.putObject("failures");
    failures.forEach(codes::put);
    into.put("retries", retries);
    durations.write(into, "micros", true);
  }
}
