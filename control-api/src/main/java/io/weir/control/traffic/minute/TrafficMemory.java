package io.weir.control.traffic.minute;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What replicas counted in the last hour. Bounded: where there is more, the oldest minutes are told
 * in less detail, and keep their sums. Thread-safe.
 */
@ApplicationScoped
public class TrafficMemory {
  /** How many minutes can be asked for, the running one among them. */
  static final int MINUTES = 60;

  /** How far a replica's clock may be ahead. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /** Of a few hundred bytes each. */
  private static final int MOST_ROWS = 200_000;

  /** What is left of the rows of a record when it is shortened. */
  private static final int SHORT = 20;

  private final int mostRows;
  private final TreeMap<Instant, Map<MinuteRecord.Process, MinuteRecord>> minutes = new TreeMap<>();
  private int rows;

  /** An empty one. */
  public TrafficMemory() {
    this(MOST_ROWS);
  }

  TrafficMemory(int mostRows) {
    this.mostRows = mostRows;
  }

  /** The first minute of so many, of which the last is running. */
  static Instant first(Instant now, int minutes) {
    return now.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(minutes - 1L));
  }

  /**
   * Takes in what a process tells of a minute, in the place of what it told of it before: of two
   * records that with more counted is the newer, in whichever order they come.
   */
  public synchronized void add(MinuteRecord record, Instant now) {
    Instant first = first(now, MINUTES);
    if (record.minute().isBefore(first) || record.minute().isAfter(now.plus(AHEAD))) {
      return;
    }
    var told = minutes.computeIfAbsent(record.minute(), _ -> new HashMap<>());
    MinuteRecord before = told.get(record.process());
    if (before == null || before.counted() <= record.counted()) {
      told.put(record.process(), record);
      rows += record.size() - (before == null ? 0 : before.size());
    }
    forget(first);
    if (rows > mostRows) {
      shrink();
    }
  }

  private void forget(Instant first) {
    while (!minutes.isEmpty() && minutes.firstKey().isBefore(first)) {
      drop();
    }
  }

  private void drop() {
    minutes.pollFirstEntry().getValue().values().forEach(record -> rows -= record.size());
  }

  /** The oldest first: less detail, and where that is not enough, nothing. */
  private void shrink() {
    for (var told : minutes.values()) {
      if (rows <= mostRows) {
        return;
      }
      told.replaceAll(
          (_, record) -> {
            MinuteRecord less = record.shortened(SHORT);
            rows += less.size() - record.size();
            return less;
          });
    }
    while (rows > mostRows && !minutes.isEmpty()) {
      drop();
    }
  }

  /** What is known of the minutes from one on. */
  synchronized List<MinuteRecord> from(Instant minute) {
    List<MinuteRecord> found = new ArrayList<>();
    minutes.tailMap(minute).values().forEach(told -> found.addAll(told.values()));
    return found;
  }
}
