package io.weir.dataplane.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Gateway;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.FakeUpstream;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeAddressesTest {
  private static final Set<InetAddress> OWN =
      Set.of(InetAddress.ofLiteral("10.9.9.9"), InetAddress.ofLiteral("2001:db8::9"));
  private static final NodeAddresses USUAL = new NodeAddresses(false, () -> OWN);

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "fe80::1", "169.254.169.254", "10.9.9.9", "2001:db8::9"})
  void addressesOfThisHostNeedTheOperatorsWord(String address) {
    assertThat(USUAL.allows(InetAddress.ofLiteral(address))).isFalse();
    assertThat(new NodeAddresses(true, () -> OWN).allows(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"::a09:909", "::ffff:a09:909", "64:ff9b::a09:909", "2002:a09:909::1"})
  void soDoThoseThatLeadToOneOfItsInterfaces(String address) {
    assertThat(USUAL.allows(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.9.9.8", "2001:db8::8", "64:ff9b::808:808"})
  void everythingElseIsReached(String address) {
    assertThat(USUAL.allows(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void theAddressesOfAllInterfacesAreOwn() throws IOException {
    Set<InetAddress> own = new OwnAddresses().get();
    assertThat(NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses))
        .isNotEmpty()
        .allMatch(own::contains);
  }

  @Test
  void theZoneOfALinkLocalAddressDoesNotHideIt() throws IOException {
    byte[] bytes = InetAddress.ofLiteral("fe80::1").getAddress();
    assertThat(USUAL.allows(Inet6Address.getByAddress(null, bytes, 7))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::ffff:127.0.0.1"})
  void aNodeThatMustNotBeReachedIsNotConnectedTo(String address) throws IOException {
    try (FakeUpstream node = FakeUpstream.http();
        Gateway gateway =
            Gateway.of(
                ForwardOptions.DEFAULT,
                Resolution.OF_HOST,
                EventMother.node(address, node.port(), 1))) {
      Answer answer = gateway.get("/release/pets");
      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.text()).contains("CONNECT_FAILED");
      assertThat(node.acceptedConnections()).isZero();
    }
  }
}
