package io.weir.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.standalone.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {

  @Test
  void freePortsGiveNoComplaint() throws IOException {
    assertThat(PortCheck.complaints(FreePorts.ports(2))).isEmpty();
  }

  @Test
  void aTakenPortIsNamedWithWhoWantsItAndHowToMoveIt() throws IOException {
    Ports ports = FreePorts.ports(1);
    try (ServerSocket other =
        new ServerSocket(ports.of(Listener.KAFKA), 1, InetAddress.getLoopbackAddress())) {
      assertThat(PortCheck.complaints(ports))
          .singleElement()
          .asString()
          .startsWith("port " + other.getLocalPort() + " is taken")
          .endsWith(", and kafka wants it (choose another with --kafka-port)");
    }
  }

  @Test
  void everyTakenPortIsNamedAtOnce() throws IOException {
    Ports ports = FreePorts.ports(1);
    try (ServerSocket one =
            new ServerSocket(ports.of(Listener.POSTGRES), 1, InetAddress.getLoopbackAddress());
        ServerSocket two =
            new ServerSocket(ports.of(Listener.CONTROL_API), 1, InetAddress.getLoopbackAddress())) {
      assertThat(PortCheck.complaints(ports))
          .hasSize(2)
          .anyMatch(line -> line.contains(one.getLocalPort() + " is taken"))
          .anyMatch(line -> line.contains(two.getLocalPort() + " is taken"));
    }
  }
}
