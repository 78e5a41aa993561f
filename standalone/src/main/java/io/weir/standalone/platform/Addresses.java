package io.weir.standalone.platform;

import io.weir.standalone.home.Ports;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** Where people find a running Weir. */
public record Addresses(Ports ports) {

  /** The one origin of REST API and console. */
  public URI management() {
    return URI.create("http://localhost:" + ports.controlApi());
  }

  /** Traffic addresses of the data-plane nodes. */
  public List<URI> dataPlane() {
    return nodes(ports.dataPlane());
  }

  /** Admin addresses of the data-plane nodes, in the same order. */
  public List<URI> dataPlaneAdmin() {
    return nodes(ports.dataPlaneAdmin());
  }

  private List<URI> nodes(int first) {
    return IntStream.range(0, ports.nodes())
        .mapToObj(node -> URI.create("http://" + ports.reachableHost() + ":" + (first + node)))
        .toList();
  }
}
