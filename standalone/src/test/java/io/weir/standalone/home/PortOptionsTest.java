package io.weir.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class PortOptionsTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "::1", "localhost"})
  void everybodyIsAnsweredOnALoopbackAddress(String host) throws Exception {
    assertThat(access("none", host)).isEqualTo(Access.NONE);
    assertThat(access("keys", host)).isEqualTo(Access.KEYS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "0:0:0:0:0:0:0:0", "192.0.2.1"})
  void elsewhereWhoAsksShowsAKey(String host) throws Exception {
    assertThat(access("keys", host)).isEqualTo(Access.KEYS);
    assertThatThrownBy(() -> access("none", host))
        .isInstanceOf(ComplaintException.class)
        .hasMessageContainingAll("loopback", host);
  }

  @Test
  void anotherWordIsNamed() {
    assertThatThrownBy(() -> access("off", "127.0.0.1"))
        .isInstanceOf(ParameterException.class)
        .hasMessageContainingAll("--auth", "keys", "none", "'off'");
  }

  @Test
  void aHostThatIsNoneIsNamed() {
    assertThatThrownBy(() -> access("keys", "no such host"))
        .isInstanceOf(ParameterException.class)
        .hasMessageContainingAll("--host", "no such host");
  }

  @Test
  void anotherLauncherIsToldTheSame() throws Exception {
    Ports ports = ports("--auth=none", "--host=127.8.9.1", "--replicas=3", "--kafka-port=29092");
    assertThat(ports(ports.arguments().toArray(String[]::new))).isEqualTo(ports);
  }

  private static Access access(String option, String host) throws ComplaintException {
    return ports("--auth=" + option, "--host=" + host).access();
  }

  private static Ports ports(String... arguments) throws ComplaintException {
    return CommandLine.populateCommand(new PortOptions(), arguments).ports();
  }
}
