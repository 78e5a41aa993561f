package io.weir.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

  @Test
  void defaultsCanBeUsedTogether() {
    assertThat(ports(8080, 8000, 2).validated()).isEqualTo(ports(8080, 8000, 2));
  }

  @Test
  void namesBothComponentsThatWantOnePort() {
    assertThatThrownBy(() -> ports(8001, 8000, 2).validated())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "port 8001 is wanted twice: by control-api (--port)"
                + " and by data-plane-1 (--data-plane-port)");
  }

  @Test
  void aPortMayBeTheNextNodesWhenThereIsNoNextNode() {
    assertThat(ports(8001, 8000, 1).validated().nodes()).isEqualTo(1);
  }

  @Test
  void refusesPortsOutOfRange() {
    assertThatThrownBy(() -> ports(0, 8000, 1).validated())
        .hasMessage("--port: port 0 of control-api must be 1 to 65535");
    assertThatThrownBy(() -> ports(8080, 65535, 2).validated())
        .hasMessage("--data-plane-port: port 65536 of data-plane-1 must be 1 to 65535");
  }

  @Test
  void refusesNoNodesAndTooMany() {
    assertThatThrownBy(() -> ports(8080, 8000, 0).validated())
        .hasMessage("--nodes must be 1 to 50, not 0");
    assertThatThrownBy(() -> ports(8080, 8000, 51).validated())
        .hasMessage("--nodes must be 1 to 50, not 51");
  }

  @Test
  void isReadBackAsItWasStored(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ports");
    ports(8080, 8000, 3).store(file);
    assertThat(Ports.load(file)).isEqualTo(ports(8080, 8000, 3));
  }

  @Test
  void aFileWithoutAPortIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("ports"), "host=127.0.0.1\n");
    assertThatThrownBy(() -> Ports.load(file)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aServerOnAllAddressesIsReachedOnTheLoopback() {
    assertThat(new Ports("0.0.0.0", 1, 2, 3, 4, 5, 6, 7, 8, 1).reachableHost())
        .isEqualTo("127.0.0.1");
  }

  private static Ports ports(int controlApi, int dataPlane, int nodes) {
    return new Ports(
        "127.0.0.1", 15432, 19092, 19093, controlApi, 8081, 8082, dataPlane, 9000, nodes);
  }
}
