package io.weir.contracts.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {
  /** FIPS 180-2, appendix B.1. */
  @Test
  void isSha256() {
    assertThat(Hash.of("abc").hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void isItsBytes() {
    Hash hash = Hash.of("abc");
    assertThat(hash.bytes()).hasSize(32);
    assertThat(Hash.fromBytes(hash.bytes())).isEqualTo(hash);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015add",
        "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
        "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      })
  void refusesAnythingElse(String text) {
    assertThatThrownBy(() -> new Hash(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not 64 lower-case hexadecimal digits: " + text);
    assertThatThrownBy(() -> Hash.fromBytes(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
