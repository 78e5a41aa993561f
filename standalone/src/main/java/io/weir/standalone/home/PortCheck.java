package io.weir.standalone.home;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks whether ports are free before anything is started, so that the user hears of all at once.
 */
public final class PortCheck {

  private PortCheck() {}

  /** One line for each port that something else listens on; empty when all are free. */
  public static List<String> complaints(Ports ports) {
    List<String> complaints = new ArrayList<>();
    for (Ports.Use use : ports.uses()) {
      if (!isFree(use.host(), use.port())) {
        String holder = PortHolder.of(use.port()).map(who -> " by " + who).orElse("");
        complaints.add(
            "port %d is taken%s, and %s wants it (choose another with %s)"
                .formatted(use.port(), holder, use.component(), use.option()));
      }
    }
    return complaints;
  }

  /** Whether a server could listen there now. */
  public static boolean isFree(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
