package io.weir.control.traffic.minute;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.value.UpstreamId;
import io.weir.control.traffic.TrafficReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of the attempts at one node.
 *
 * @param others whether it stands for all that were too many to be told one by one; it has no ids
 * @param node {@code address:port}
 */
record NodeRow(
    boolean others, @Nullable String upstreamId, @Nullable String node, AttemptTally tally)
    implements Row<AttemptTally> {
  private static final int LONGEST_NODE = 300;

  static NodeRow read(JsonNode node) {
    TrafficReader row = new TrafficReader(node);
    boolean others = row.flag("others");
    String authority = others ? null : row.text("node", LONGEST_NODE).intern();
    String upstream = row.valueIfThere("upstreamId", UpstreamId::new);
    return new NodeRow(others, upstream, authority, AttemptTally.read(row));
  }

  /** One that stands for others. */
  static NodeRow ofOthers(List<NodeRow> rows) {
    return new NodeRow(true, null, null, Row.sum(rows, new AttemptTally()));
  }
}
