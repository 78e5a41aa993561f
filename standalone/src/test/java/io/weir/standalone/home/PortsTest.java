package io.weir.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void defaultsCanBeUsedTogether() {
    assertThat(ports(8080, 8000, 2).uses()).hasSize(10);
  }

  @Test
  void namesBothComponentsThatWantOnePort() {
    assertThatThrownBy(() -> ports(8001, 8000, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "port 8001 is wanted twice: by control-api (--port)"
                + " and by data-plane-1 (--data-plane-port)");
  }

  @Test
  void aPortMayBeTheNextNodesWhenThereIsNoNextNode() {
    assertThat(ports(8001, 8000, 1).replicas()).isEqualTo(1);
  }

  @Test
  void refusesPortsOutOfRange() {
    assertThatThrownBy(() -> ports(0, 8000, 1))
        .hasMessage("--port: port 0 of control-api must be 1 to 65535");
    assertThatThrownBy(() -> ports(8080, 65535, 2))
        .hasMessage("--data-plane-port: port 65536 of data-plane-1 must be 1 to 65535");
  }

  @Test
  void refusesNoNodesAndTooMany() {
    assertThatThrownBy(() -> ports(8080, 8000, 0)).hasMessage("--replicas must be 1 to 50, not 0");
    assertThatThrownBy(() -> ports(8080, 8000, 51))
        .hasMessage("--replicas must be 1 to 50, not 51");
  }

  @Test
  void aServerOnAllAddressesIsReachedOnTheLoopback() {
    for (String everywhere : List.of("0.0.0.0", "0:0:0:0:0:0:0:0")) {
      Ports ports = on(everywhere);
      assertThat(ports.address(Listener.CONTROL_API)).hasToString("http://127.0.0.1:8080");
      assertThat(ports.management()).hasToString("http://localhost:8080");
      assertThat(ports.addresses(Listener.DATA_PLANE))
          .map(URI::toString)
          .containsExactly("http://127.0.0.1:8000", "http://127.0.0.1:8001");
    }
  }

  @Test
  void aServerOnAnAddressOfItsOwnIsReachedThere() {
    assertThat(on("192.0.2.1").management()).hasToString("http://192.0.2.1:8080");
    assertThat(on("0:0:0:0:0:0:0:1").management()).hasToString("http://[0:0:0:0:0:0:0:1]:8080");
    assertThat(on("0:0:0:0:0:0:0:1").address(Listener.DATA_PLANE).getPort()).isEqualTo(8000);
  }

  private static Ports on(String host) {
    return new Ports(host, Access.KEYS, 2, ports(8080, 8000, 2).of());
  }

  private static Ports ports(int controlApi, int dataPlane, int replicas) {
    Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
    for (Listener listener : Listener.values()) {
      ports.put(listener, listener.standard);
    }
    ports.put(Listener.CONTROL_API, controlApi);
    ports.put(Listener.DATA_PLANE, dataPlane);
    return new Ports("127.0.0.1", Access.KEYS, replicas, ports);
  }
}
