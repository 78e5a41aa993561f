package io.weir.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "::1",
        "0.0.0.0",
        "0.1.2.3",
        "::",
        "169.254.169.254",
        "fe80::1",
        "febf::1",
        "224.0.0.1",
        "239.255.255.255",
        "ff02::1",
        "255.255.255.255",
        "fd00:ec2::254",
        "100.100.100.200",
        "192.0.0.192",
        "168.63.129.16",
        "64:ff9b:1::10.0.0.1"
      })
  void thisHostItsLinkAndMetadataServicesAre(String address) {
    assertThat(HostAddresses.contain(InetAddress.ofLiteral(address))).isTrue();
    assertThat(HostAddresses.contain(new Address(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "0.0.0.0",
        "169.254.169.254",
        "224.0.0.1",
        "255.255.255.255",
        "100.100.100.200",
        "168.63.129.16"
      })
  void soIsAnAddressThatLeadsThere(String ipv4) throws UnknownHostException {
    byte[] four = InetAddress.ofLiteral(ipv4).getAddress();
    String hex = "%02x%02x:%02x%02x".formatted(four[0], four[1], four[2], four[3]);
    for (String form :
        new String[] {
          "::" + hex, "::ffff:" + hex, "64:ff9b::" + hex, "64:ff9b:1::" + hex, "2002:" + hex + "::1"
        }) {
      assertThat(HostAddresses.contain(InetAddress.getByName(form))).as(form).isTrue();
      assertThat(HostAddresses.contain(new Address(form))).as(form).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "192.0.0.1",
        "8.8.8.8",
        "fd00::1",
        "fec0::1",
        "2001:db8::8",
        "64:ff9b::808:808",
        "2002:808:808::1",
        "64:ff9c::7f00:1",
        "2003:7f00:1::1"
      })
  void allOthersAreNot(String address) {
    assertThat(HostAddresses.contain(InetAddress.ofLiteral(address))).isFalse();
    assertThat(HostAddresses.contain(new Address(address))).isFalse();
  }

  @Test
  void ofNamesOnlyThoseThatAlwaysMeanTheLoopbackInterface() {
    assertThat(HostAddresses.contain(new Address("LocalHost"))).isTrue();
    assertThat(HostAddresses.contain(new Address("a.localhost"))).isTrue();
    assertThat(HostAddresses.contain(new Address("localhost.internal"))).isFalse();
    assertThat(HostAddresses.contain(new Address("notlocalhost"))).isFalse();
  }
}
