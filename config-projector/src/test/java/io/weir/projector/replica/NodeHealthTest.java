package io.weir.projector.replica;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.contracts.codec.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a report says of nodes, only what is of the agreed form is believed. */
class NodeHealthTest {
  private static List<String> read(String member) throws JsonProcessingException {
    return NodeHealth.of(Json.MAPPER.readTree(member)).findings().stream()
        .map(
            found ->
                String.join(
                    " ",
                    found.upstream(),
                    found.node(),
                    found.state(),
                    String.valueOf(found.cause()),
                    String.valueOf(found.since())))
        .toList();
  }

  @Test
  void everyNodeOfEveryUpstreamIsRead() throws JsonProcessingException {
    assertThat(
            read(
                """
                {"upstream-00000001": {"a:1": "HEALTHY", "[::1]:2": "UNHEALTHY"},
                 "upstream-00000002": {"a:1": "UNHEALTHY"}, "upstream-00000003": {}}\
                """))
        .containsExactly(
            "upstream-00000001 a:1 HEALTHY null null",
            "upstream-00000001 [::1]:2 UNHEALTHY null null",
            "upstream-00000002 a:1 UNHEALTHY null null");
  }

  @Test
  void causeAndTimeAreReadWhereTheyAreSaid() throws JsonProcessingException {
    String of = "{\"upstream-00000001\": {\"a:1\": %s}}";
    String unfit = "upstream-00000001 a:1 UNHEALTHY ";
    String since = "\"since\": \"2026-01-01T12:00:00.5Z\"";
    assertThat(
            read(of.formatted("{\"state\": \"UNHEALTHY\", \"cause\": \"refused\", " + since + "}")))
        .containsExactly(unfit + "refused 2026-01-01T12:00:00.500Z");
    assertThat(read(of.formatted("{\"state\": \"HEALTHY\", " + since + "}")))
        .containsExactly("upstream-00000001 a:1 HEALTHY null 2026-01-01T12:00:00.500Z");
    for (String wrong :
        List.of("\"today\"", "\"+999999999-01-01T00:00:00Z\"", "\"-0001-01-01T00:00:00Z\"", "7")) {
      assertThat(
              read(
                  of.formatted(
                      "{\"state\": \"UNHEALTHY\", \"cause\": {}, \"since\": " + wrong + "}")))
          .containsExactly(unfit + "null null");
    }
    assertThat(
            read(
                of.formatted(
                    "{\"state\": \"UNHEALTHY\", \"cause\": \"" + "a\\u0000".repeat(400) + "\"}")))
        .containsExactly(unfit + "a ".repeat(250) + " null");
  }

  @Test
  void anythingElseIsLeftOut() throws JsonProcessingException {
    assertThat(NodeHealth.of(null).findings()).isEmpty();
    assertThat(read("[1]")).isEmpty();
    assertThat(read("\"HEALTHY\"")).isEmpty();
    assertThat(read("{\"upstream-1\": {\"a:1\": \"HEALTHY\"}}")).isEmpty();
    assertThat(read("{\"upstream-00000001\": [\"HEALTHY\"]}")).isEmpty();
    assertThat(read("{\"upstream-00000001\": {\"a:1\": \"NO_DATA\"}}")).isEmpty();
    assertThat(read("{\"upstream-00000001\": {\"a:1\": {\"state\": \"NO_DATA\"}}}")).isEmpty();
    assertThat(read("{\"upstream-00000001\": {\"a\\u0000:1\": \"HEALTHY\"}}")).isEmpty();
    assertThat(read("{\"upstream-00000001\": {\"%s:1\": \"HEALTHY\"}}".formatted("a".repeat(300))))
        .isEmpty();
  }
}
