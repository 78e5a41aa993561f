package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.nodes.Resolution;
import io.weir.dataplane.support.Autobahn;
import io.weir.dataplane.support.Autobahn.Outcome;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.dataplane.support.WebSocketEcho;
import io.weir.testing.event.EventMother;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A WebSocket is a tunnel: a conformance suite sees no difference to the node itself. */
@EnabledIfSystemProperty(
    named = Autobahn.JARS,
    matches = ".+",
    disabledReason = "the Autobahn suite runs in builds with -Pautobahn")
@Tag("slow")
class WebSocketConformanceTest {
  private static final int CASES = 247;

  private final WebSocketEcho node = new WebSocketEcho();
  private final Gateway gateway =
      Gateway.of(TestOptions.usual(), Resolution.OF_HOST, EventMother.node(node.port(), 1));

  @TempDir Path directory;

  @AfterEach
  void close() {
    gateway.close();
    node.close();
  }

  private record Both(Outcome directly, Outcome throughTheGateway) {
    boolean differ() {
      return !directly.equals(throughTheGateway);
    }
  }

  /** The suite gives an echo one second, which a busy machine may miss: a difference stays. */
  @Test
  @Timeout(value = 70, unit = TimeUnit.MINUTES)
  void everyCaseEndsAsItDoesWithoutTheGateway() throws Exception {
    Map<String, Both> all = run(Autobahn.ALL);
    assertThat(all).hasSize(CASES);
    assertThat(all)
        .as("cases that the node fails by itself: it does not refuse what is wrong in a Close")
        .allSatisfy(
            (name, both) -> {
              if (!name.startsWith("7.")) {
                assertThat(both.directly().behavior()).isNotEqualTo("FAILED");
              }
            });
    Map<String, Both> differing = differing(all);
    if (!differing.isEmpty()) {
      differing = differing(run(differing.keySet()));
    }
    assertThat(differing).isEmpty();
  }

  private static Map<String, Both> differing(Map<String, Both> cases) {
    Map<String, Both> differing = new TreeMap<>(cases);
    differing.values().removeIf(both -> !both.differ());
    return differing;
  }

  private Map<String, Both> run(Collection<String> cases) throws IOException, InterruptedException {
    Map<String, Map<String, Outcome>> outcomes =
        new Autobahn(directory)
            .run(
                Map.of(
                    "directly", URI.create("ws://localhost:" + node.port() + "/pets"),
                    "gateway", URI.create("ws://" + gateway.host() + "/release/pets")),
                cases);
    Map<String, Outcome> directly = outcomes.get("directly");
    Map<String, Outcome> throughTheGateway = outcomes.get("gateway");
    assertThat(throughTheGateway).containsOnlyKeys(directly.keySet());
    Map<String, Both> both = new TreeMap<>();
    directly.forEach((name, one) -> both.put(name, new Both(one, throughTheGateway.get(name))));
    return both;
  }
}
