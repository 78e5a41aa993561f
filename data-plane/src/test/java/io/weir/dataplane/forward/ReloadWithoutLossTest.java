package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.contracts.value.Node;
import io.weir.contracts.value.RetryOn;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.Load;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.FakeUpstream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configuration changes two hundred times under load, and no request is lost. */
class ReloadWithoutLossTest {
  private static final int CHANGES = 200;

  private final List<FakeUpstream> nodes =
      IntStream.range(0, 4).mapToObj(_ -> FakeUpstream.http()).toList();
  private final Gateway gateway = Gateway.of(nodes.toArray(FakeUpstream[]::new));

  @AfterEach
  void close() {
    gateway.close();
    nodes.forEach(FakeUpstream::close);
  }

  @ParameterizedTest
  @CsvSource({"HTTP/1.1", "HTTP/2"})
  void noRequestIsLost(String version) throws Exception {
    try (Load load = version.equals("HTTP/2") ? Load.http2(gateway, 8) : Load.http1(gateway, 8)) {
      for (int i = 0; i < CHANGES; i++) {
        change(i);
        int before = load.served();
        await()
            .pollInterval(Duration.ofMillis(1))
            .until(() -> load.served() >= before + 5 || !load.failures().isEmpty());
      }
      assertThat(load.failures()).isEmpty();
      assertThat(load.served()).isGreaterThan(CHANGES);
    }
    assertThat(nodes).allMatch(node -> node.count() > 0);
  }

  private void change(int i) {
    switch (i % 5) {
      case 0 -> gateway.nodes(some(i));
      case 1 -> gateway.retries(1 + i % 100);
      case 2 -> gateway.retryOn(new RetryOn(i % 2 == 0 ? List.of(503) : List.of(), i % 3 == 0));
      case 3 -> gateway.api("/more" + i, "/more", null, 1_000 + i);
      case 4 -> gateway.nodes(some(i + 1));
      default -> throw new IllegalStateException();
    }
  }

  /** Other nodes of other weights each time, at least one of them with a weight. */
  private Node[] some(int i) {
    List<Node> some = new ArrayList<>();
    for (int n = 0; n < nodes.size(); n++) {
      if (n == i % nodes.size()) {
        some.add(EventMother.node(nodes.get(n).port(), 1 + i % 100));
      } else if ((i >> n) % 2 == 0) {
        some.add(EventMother.node(nodes.get(n).port(), i * (n + 1) % 7));
      }
    }
    return some.toArray(Node[]::new);
  }
}
