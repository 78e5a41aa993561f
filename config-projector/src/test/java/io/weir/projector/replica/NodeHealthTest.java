package io.weir.projector.replica;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.contracts.codec.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a report says of nodes, only what is of the agreed form is believed. */
class NodeHealthTest {
  private static List<String> read(String member) throws JsonProcessingException {
    NodeHealth health = NodeHealth.of(Json.MAPPER.readTree(member));
    List<String> found = new ArrayList<>();
    for (int i = 0; i < health.states().size(); i++) {
      found.add(
          health.upstreams().get(i) + " " + health.nodes().get(i) + " " + health.states().get(i));
    }
    return found;
  }

  @Test
  void everyNodeOfEveryUpstreamIsRead() throws JsonProcessingException {
    assertThat(
            read(
                """
                {"upstream-00000001": {"a:1": "HEALTHY", "[::1]:2": "UNHEALTHY"},
                 "upstream-00000002": {"a:1": "UNHEALTHY"}, "upstream-00000003": {}}"""))
        .containsExactly(
            "upstream-00000001 a:1 HEALTHY",
            "upstream-00000001 [::1]:2 UNHEALTHY",
            "upstream-00000002 a:1 UNHEALTHY");
  }

  @Test
  void anythingElseIsLeftOut() throws JsonProcessingException {
    assertThat(NodeHealth.of(null).nodes()).isEmpty();
    assertThat(read("[1]")).isEmpty();
    assertThat(read("\"HEALTHY\"")).isEmpty();
    assertThat(read("{\"upstream-1\": {\"a:1\": \"HEALTHY\"}}")).isEmpty();
    assertThat(read("{\"upstream-00000001\": [\"HEALTHY\"]}")).isEmpty();
    assertThat(read("{\"upstream-00000001\": {\"a:1\": \"NO_DATA\"}}")).isEmpty();
    assertThat(read("{\"upstream-00000001\": {\"a:1\": {\"state\": \"HEALTHY\"}}}")).isEmpty();
    assertThat(read("{\"upstream-00000001\": {\"a\\u0000:1\": \"HEALTHY\"}}")).isEmpty();
    assertThat(read("{\"upstream-00000001\": {\"%s:1\": \"HEALTHY\"}}".formatted("a".repeat(300))))
        .isEmpty();
  }
}
