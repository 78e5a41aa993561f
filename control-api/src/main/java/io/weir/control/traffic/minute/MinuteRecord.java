package io.weir.control.traffic.minute;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.control.traffic.TrafficReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * All that a process counted in one minute, up to the moment it told so.
 *
 * @param startedAt when the process began: one that is started again tells of what it counts anew
 * @param minute its beginning
 */
public record MinuteRecord(
    String replicaId, Instant startedAt, Instant minute, List<RouteRow> rows, List<NodeRow> nodes) {
  private static final int LONGEST_ID = 300;
  private static final int MOST_ROWS = 2_000;

  /** Whose words of a minute are in the place of one another. */
  record Process(String replicaId, Instant startedAt) {}

  public MinuteRecord {
    rows = List.copyOf(rows);
    nodes = List.copyOf(nodes);
  }

  /**
   * Reads one.
   *
   * @throws io.weir.control.traffic.UnreadableException if it is none
   */
  public static MinuteRecord read(JsonNode node) {
    TrafficReader record = new TrafficReader(node);
    return new MinuteRecord(
        record.text("replicaId", LONGEST_ID).intern(),
        record.time("startedAt"),
        record.time("minute").truncatedTo(ChronoUnit.MINUTES),
        record.elements("rows", MOST_ROWS).stream().map(RouteRow::read).toList(),
        record.elements("nodes", MOST_ROWS).stream().map(NodeRow::read).toList());
  }

  Process process() {
    return new Process(replicaId, startedAt);
  }

  /** How many rows it takes. */
  int size() {
    return rows.size() + nodes.size();
  }

  /** How much it has counted, which only grows. */
  long counted() {
    return Row.sum(rows, new RequestTally()).size() + Row.sum(nodes, new AttemptTally()).size();
  }

  /** The same sums, of so many rows of each kind at most. */
  MinuteRecord shortened(int most) {
    return new MinuteRecord(
        replicaId,
        startedAt,
        minute,
        Row.largest(rows, most, RouteRow::ofOthers),
        Row.largest(nodes, most, NodeRow::ofOthers));
  }
}
