package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.contracts.value.Node;
import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.Load;
import io.weir.dataplane.support.TestOptions;
import io.weir.testing.TcpProxy;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.FakeUpstream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One of three nodes dies under load: nobody who asks for what may be repeated sees it. */
class NodeKilledTest {
  private static final int SOME = 300;

  private final List<FakeUpstream> nodes =
      IntStream.range(0, 3).mapToObj(_ -> FakeUpstream.http()).toList();
  private final List<TcpProxy> ways =
      nodes.stream().map(node -> TcpProxy.to(node.host(), node.port())).toList();
  private Gateway gateway;

  @AfterEach
  void close() {
    gateway.close();
    ways.forEach(TcpProxy::close);
    nodes.forEach(FakeUpstream::close);
  }

  private void open(ForwardOptions options) {
    gateway = Gateway.of(options, nodes.getFirst());
    gateway.nodes(ways.stream().map(way -> EventMother.node(way.port(), 1)).toArray(Node[]::new));
  }

  private static void some(Load load) {
    int before = load.served();
    await().until(() -> load.served() >= before + SOME || !load.failures().isEmpty());
  }

  @Test
  void aNodeThatIsKilledCostsNoRequest() throws Exception {
    open(TestOptions.usual());
    try (Load load = Load.http1(gateway, 24)) {
      some(load);
      ways.getFirst().cut();
      some(load);
      ways.getFirst().resume();
      some(load);
      ways.getLast().cut();
      some(load);
      assertThat(load.failures()).isEmpty();
    }
    assertThat(nodes).allMatch(node -> node.count() > 0);
  }

  @Test
  void aNodeThatFallsSilentCostsNoRequest() throws Exception {
    open(TestOptions.attemptTimeout(2_000));
    try (Load load = Load.http1(gateway, 24)) {
      some(load);
      ways.getFirst().freeze();
      await().until(() -> gateway.traffic().retries() >= 24 || !load.failures().isEmpty());
      assertThat(load.failures()).isEmpty();
      ways.getFirst().cut();
      some(load);
      assertThat(load.failures()).isEmpty();
    }
  }
}
