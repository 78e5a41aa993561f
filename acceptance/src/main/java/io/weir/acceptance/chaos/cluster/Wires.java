package io.weir.acceptance.chaos.cluster;

import io.weir.acceptance.chaos.fault.Target;
import io.weir.acceptance.chaos.fault.Wire;
import io.weir.testing.EmbeddedKafka.Door;
import io.weir.testing.FreePorts;
import io.weir.testing.TcpProxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A proxy a wire. */
final class Wires implements AutoCloseable {
  private final Map<Wire, TcpProxy> proxies = new LinkedHashMap<>();

  /** Lays a wire to a port that may not be listened on yet. */
  TcpProxy lay(@Nullable Target from, Target to, int port) {
    TcpProxy proxy = TcpProxy.to("127.0.0.1", port);
    proxies.put(new Wire(from, to), proxy);
    return proxy;
  }

  /** Lays the wires to Kafka, each to a door of its own, so that none leads past its proxy. */
  List<Door> layToKafka() {
    List<Door> doors = new ArrayList<>();
    for (Wire wire : Wire.ALL) {
      if (wire.to() == Target.KAFKA) {
        int port = FreePorts.next();
        doors.add(new Door(port, lay(wire.from(), wire.to(), port).port()));
      }
    }
    return doors;
  }

  TcpProxy get(Wire wire) {
    return Objects.requireNonNull(proxies.get(wire), () -> "there is no wire " + wire);
  }

  /** The port at the near end of a wire. */
  int port(@Nullable Target from, Target to) {
    return get(new Wire(from, to)).port();
  }

  @Override
  public void close() {
    proxies.values().forEach(TcpProxy::close);
  }
}
