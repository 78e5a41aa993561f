package io.weir.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "::1", "localhost"})
  void everybodyIsAnsweredOnALoopbackAddress(String host) throws Exception {
    assertThat(Access.of("none", host)).isEqualTo(Access.NONE);
    assertThat(Access.of("keys", host)).isEqualTo(Access.KEYS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void elsewhereWhoAsksShowsAKey(String host) throws Exception {
    assertThat(Access.of("keys", host)).isEqualTo(Access.KEYS);
    assertThatThrownBy(() -> Access.of("none", host))
        .isInstanceOf(ComplaintException.class)
        .hasMessageContainingAll("loopback", host);
  }

  @Test
  void anotherWordIsNamed() {
    assertThatThrownBy(() -> Access.of("off", "127.0.0.1"))
        .isInstanceOf(ComplaintException.class)
        .hasMessageContaining("keys or none, not \"off\"");
  }
}
