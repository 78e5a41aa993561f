package io.weir.projector.replica;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.UpstreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a replica finds of the nodes of upstreams: member {@code nodeHealth} of its report, such as
 *
 * <pre>{@code
 * {"upstream-4n5bfklc": {"10.0.0.1:80": "HEALTHY", "[fd00::2]:80": "UNHEALTHY"}}
 * }</pre>
 *
 * by upstream with checks enabled and by node ({@code Node.authority()}) that it has data of. Nodes
 * without data are left out, and so is the member if there are none. Three lists of the same
 * length, ready for SQL; what is not of this form is not in them.
 */
record NodeHealth(List<String> upstreams, List<String> nodes, List<String> states) {
  /** The member's name. */
  static final String MEMBER = "nodeHealth";

  /** More than an address and a port have characters. */
  private static final int LONGEST_NODE = 300;

  private static final Set<String> STATES = Set.of("HEALTHY", "UNHEALTHY");

  static NodeHealth of(@Nullable JsonNode member) {
    NodeHealth health = new NodeHealth(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (member != null) {
      for (var upstream : member.properties()) {
        if (isUpstream(upstream.getKey())) {
          for (var node : upstream.getValue().properties()) {
            health.add(upstream.getKey(), node.getKey(), node.getValue().asText());
          }
        }
      }
    }
    return health;
  }

  private void add(String upstream, String node, String state) {
    // PostgreSQL has no text with a NUL in it
    if (STATES.contains(state) && node.length() <= LONGEST_NODE && node.indexOf('\0') < 0) {
      upstreams.add(upstream);
      nodes.add(node);
      states.add(state);
    }
  }

  private static boolean isUpstream(String id) {
    try {
      return new UpstreamId(id).value().equals(id);
    } catch (InvalidValueException e) {
      return false;
    }
  }
}
