package io.weir.guard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is asked nothing may only be on this machine. */
class AuthModeTest {
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.0.1", "localhost", "::1", "[::1]"})
  void onLoopbackNobodyNeedBeAsked(String host) {
    assertThat(AuthMode.of("none", host)).isEqualTo(AuthMode.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "::",
        "192.0.2.1",
        "127.0.0.1.example",
        "localhost.example",
        "control-api",
        ""
      })
  void elsewhereTheServiceDoesNotStart(String host) {
    assertThatThrownBy(() -> AuthMode.of("none", host))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("loopback");
    assertThat(AuthMode.of("keys", host)).isEqualTo(AuthMode.KEYS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NONE", "off", "false", "key"})
  void anotherModeIsAMistakeAndNotNone(String setting) {
    assertThatThrownBy(() -> AuthMode.of(setting, "127.0.0.1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("WEIR_AUTH is one of");
  }

  @Test
  void pathsHaveOneSpelling() {
    assertThat(Paths.canonical("/v1//upstreams;x=1/a;y/")).isEqualTo("/v1/upstreams/a");
    assertThat(Paths.isGuarded("/v1")).isTrue();
    assertThat(Paths.isGuarded("/v1x")).isFalse();
  }
}
