package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Gateway;
import io.weir.testing.http.FakeUpstream;
import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "::1",
        "::ffff:127.0.0.1",
        "0.0.0.0",
        "::",
        "169.254.169.254",
        "fe80::1",
        "224.0.0.1",
        "ff02::1",
        "fd00:ec2::254",
        "100.100.100.200",
        "192.0.0.192"
      })
  void thisHostItsLinkAndMetadataServicesNeedTheOperatorsWord(String address) throws IOException {
    assertThat(new NodeAddresses(false).allows(InetAddress.getByName(address))).isFalse();
    assertThat(new NodeAddresses(true).allows(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.1", "172.16.0.1", "192.168.1.1", "192.0.0.1", "8.8.8.8", "fd00::1"})
  void everythingElseIsReached(String address) throws IOException {
    assertThat(new NodeAddresses(false).allows(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void aNodeThatMustNotBeReachedIsNotConnectedTo() throws IOException {
    try (FakeUpstream node = FakeUpstream.http();
        Gateway gateway = Gateway.of(ForwardOptions.DEFAULT, node)) {
      Answer answer = gateway.get("/release/pets");
      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.text()).contains("CONNECT_FAILED");
      assertThat(node.count()).isZero();
    }
  }
}
