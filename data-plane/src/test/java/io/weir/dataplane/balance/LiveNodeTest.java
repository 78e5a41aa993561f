package io.weir.dataplane.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.Address;
import io.weir.contracts.value.HostHeader;
import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.Port;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveNodeTest {
  private static LiveNode node(Protocol protocol, String address, int port, String hostHeader) {
    return new LiveNode(
        new Node(new Address(address), new Port(port), new Weight(1)),
        new Way(
            protocol,
            hostHeader == null ? null : new HostHeader(hostHeader),
            HttpVersion.HTTP_1_1,
            null),
        new PoolState(PoolMother.ID, 1, PoolOptions.of(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP, api.test, 80, api.test",
    "HTTPS, api.test, 443, api.test",
    "HTTP, api.test, 443, api.test:443",
    "HTTPS, api.test, 80, api.test:80",
    "HTTP, api.test, 8080, api.test:8080",
    "HTTP, 2001:db8::1, 80, [2001:db8::1]",
    "HTTPS, 2001:db8::1, 8443, [2001:db8::1]:8443",
    "HTTP, 10.0.0.1, 80, 10.0.0.1"
  })
  void itsHostHasNoPortThatTheSchemeMeansAnyway(
      Protocol protocol, String address, int port, String host) {
    LiveNode node = node(protocol, address, port, null);
    assertThat(node.hostHeader()).isEqualTo(host);
    assertThat(node.authority()).endsWith(":" + port);
  }

  @Test
  void theHostHeaderOfTheUpstreamIsSentAsItIs() {
    assertThat(node(Protocol.HTTP, "10.0.0.1", 80, "shop.test:80").hostHeader())
        .isEqualTo("shop.test:80");
  }
}
