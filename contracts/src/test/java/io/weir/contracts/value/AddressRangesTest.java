package io.weir.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {
  /** A block and an address that agree in their first bits, in how many is for chance to say. */
  record Pair(byte[] network, int prefix, byte[] address) {
    String block() {
      return AddressRangesTest.address(network).getHostAddress() + "/" + prefix;
    }

    /** Bit by bit, from the first. */
    boolean contains() {
      for (int bit = 0; bit < prefix; bit++) {
        if (bit(network, bit) != bit(address, bit)) {
          return false;
        }
      }
      return true;
    }

    private static boolean bit(byte[] bytes, int index) {
      return new BigInteger(1, bytes).testBit(bytes.length * 8 - 1 - index);
    }
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return bytes.length == 4
          ? InetAddress.getByAddress(bytes)
          : Inet6Address.getByAddress(null, bytes, -1);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Provide
  Arbitrary<Pair> ipv4() {
    return pairs(4);
  }

  @Provide
  Arbitrary<Pair> ipv6() {
    // an address that begins with so many zeros is an IPv4 one in disguise
    return pairs(16).filter(pair -> pair.network()[0] != 0 && pair.address()[0] != 0);
  }

  private static Arbitrary<Pair> pairs(int length) {
    Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofSize(length);
    Arbitrary<Integer> bits = Arbitraries.integers().between(0, length * 8);
    return Combinators.combine(bytes, bytes, bits, bits)
        .as(
            (network, other, prefix, common) -> {
              byte[] address = other.clone();
              for (int bit = 0; bit < common; bit++) {
                int mask = 0x80 >> bit % 8;
                address[bit / 8] = (byte) (address[bit / 8] & ~mask | network[bit / 8] & mask);
              }
              return new Pair(network, prefix, address);
            });
  }

  @Property
  void anIpv4BlockIsWhatAgreesWithItBitByBit(@ForAll("ipv4") Pair pair) {
    assertThat(AddressRanges.of(pair.block()).contains(address(pair.address())))
        .isEqualTo(pair.contains());
  }

  @Property
  void anIpv6BlockIsWhatAgreesWithItBitByBit(@ForAll("ipv6") Pair pair) {
    assertThat(AddressRanges.of(pair.block()).contains(address(pair.address())))
        .isEqualTo(pair.contains());
  }

  @Property
  void anIpv4AddressInIpv6FormIsThatIpv4Address(@ForAll("ipv4") Pair pair) {
    byte[] mapped = new byte[16];
    mapped[10] = -1;
    mapped[11] = -1;
    System.arraycopy(pair.address(), 0, mapped, 12, 4);
    AddressRanges plain = AddressRanges.of(pair.block());
    AddressRanges disguised =
        AddressRanges.of(
            "::ffff:" + address(pair.network()).getHostAddress() + "/" + (96 + pair.prefix()));
    for (AddressRanges ranges : new AddressRanges[] {plain, disguised}) {
      assertThat(ranges.contains(address(pair.address()))).isEqualTo(pair.contains());
      assertThat(ranges.contains(address(mapped))).isEqualTo(pair.contains());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fc00::/7, fd00::1, true",
    "fc00::/7, fe80::1, false",
    "fc00::/7, ff02::1, false",
    "2000::/3, 3fff::1, true",
    "2000::/3, fe80::1, false",
    "2001:db8::/32, ffff:ffff::1, false",
    "::/0, fe80::1, true",
    "::/0, 10.0.0.1, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, ::1, false",
    "10.1.2.3/8, 10.255.0.0, true",
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.2, false",
    "128.0.0.0/1, 127.255.255.255, false",
    "128.0.0.0/1, 200.0.0.0, true"
  })
  void blocksEndWhereTheyEnd(String block, String address, boolean in) {
    assertThat(AddressRanges.of(block).contains(InetAddress.ofLiteral(address))).isEqualTo(in);
  }

  @Test
  void aListIsAllItsParts() {
    AddressRanges ranges = AddressRanges.of(" 10.0.0.0/8, ,fd00::/8,192.0.2.1 ");
    assertThat(ranges.contains(InetAddress.ofLiteral("10.1.1.1"))).isTrue();
    assertThat(ranges.contains(InetAddress.ofLiteral("fd12::1"))).isTrue();
    assertThat(ranges.contains(InetAddress.ofLiteral("192.0.2.1"))).isTrue();
    assertThat(ranges.contains(InetAddress.ofLiteral("192.0.2.2"))).isFalse();
    assertThat(AddressRanges.of(" , ")).isSameAs(AddressRanges.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/",
        "10.0.0.0/0008",
        "10.0.0/8",
        "::/129",
        "fe80::1%lo",
        "[::1]",
        "localhost",
        "/8"
      })
  void whatIsNeitherAddressNorBlockIsNamed(String text) {
    assertThatThrownBy(() -> AddressRanges.of("10.0.0.1," + text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }
}
