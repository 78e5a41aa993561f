package io.weir.projector.replica;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.mutiny.sqlclient.Tuple;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.UpstreamId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a replica finds of the nodes of upstreams: member {@code nodeHealth} of its report, such as
 *
 * <pre>{@code
 * {"upstream-4n5bfklc": {
 *   "10.0.0.1:80": {"state": "HEALTHY", "since": "2026-01-01T12:00:01.5Z"},
 *   "[fd00::2]:80": {"state": "UNHEALTHY", "cause": "...", "since": "2026-01-01T12:00:04.5Z"}}}
 * }</pre>
 *
 * by upstream with checks enabled and by node ({@code Node.authority()}) that it has data of; a
 * replica of before says the bare state. Nodes without data are left out, and so is the member if
 * there are none. What is not of this form is not in the list.
 */
record NodeHealth(List<Finding> findings) {
  /** The member's name. */
  static final String MEMBER = "nodeHealth";

  /** More than an address and a port have characters. */
  private static final int LONGEST_NODE = 300;

  private static final Set<String> STATES = Set.of("HEALTHY", "UNHEALTHY");

  /**
   * One node.
   *
   * @param since when the replica came to find it so, or null if it does not say
   */
  record Finding(
      String upstream,
      String node,
      String state,
      @Nullable String cause,
      @Nullable OffsetDateTime since) {}

  static NodeHealth of(@Nullable JsonNode member) {
    List<Finding> findings = new ArrayList<>();
    if (member != null) {
      for (var upstream : member.properties()) {
        if (isUpstream(upstream.getKey())) {
          for (var node : upstream.getValue().properties()) {
            String state = state(node.getValue());
            if (STATES.contains(state) && Said.isName(node.getKey(), LONGEST_NODE)) {
              findings.add(
                  new Finding(
                      upstream.getKey(),
                      node.getKey(),
                      state,
                      Said.words(node.getValue(), "cause"),
                      Said.time(node.getValue(), "since")));
            }
          }
        }
      }
    }
    return new NodeHealth(findings);
  }

  private static String state(JsonNode said) {
    return (said.isObject() ? said.path("state") : said).asText();
  }

  /** Adds arrays of the same length: upstreams, nodes, states, causes, times. */
  void addTo(Tuple row) {
    row.addValue(findings.stream().map(Finding::upstream).toArray(String[]::new))
        .addValue(findings.stream().map(Finding::node).toArray(String[]::new))
        .addValue(findings.stream().map(Finding::state).toArray(String[]::new))
        .addValue(findings.stream().map(Finding::cause).toArray(String[]::new))
        .addValue(findings.stream().map(Finding::since).toArray(OffsetDateTime[]::new));
  }

  private static boolean isUpstream(String id) {
    try {
      return new UpstreamId(id).value().equals(id);
    } catch (InvalidValueException e) {
      return false;
    }
  }
}
