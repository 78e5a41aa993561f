package io.weir.standalone.platform;

import io.weir.standalone.home.Ports;
import io.weir.standalone.kafka.KafkaHealth;
import io.weir.standalone.postgres.PostgresHealth;
import io.weir.standalone.process.Health;
import java.net.URI;

/** How to ask each component whether it is ready, whoever started it. */
record Probes(Ports ports) {

  Health health(String component) {
    return switch (component) {
      case Platform.POSTGRES -> new PostgresHealth(ports.postgres());
      case Platform.KAFKA -> new KafkaHealth(ports.kafka());
      case Platform.INSTANCE_REGISTRY -> service(ports.instanceRegistry());
      case Platform.CONTROL_API -> service(ports.controlApi());
      case Platform.CONFIG_PROJECTOR -> service(ports.configProjector());
      default -> new HttpHealth(admin(component, "/health/ready"));
    };
  }

  /** An admin address of a data-plane node, such as {@code data-plane-0}. */
  URI admin(String dataPlaneNode, String path) {
    int node = Integer.parseInt(dataPlaneNode.substring(dataPlaneNode.lastIndexOf('-') + 1));
    return http(ports.dataPlaneAdmin() + node, path);
  }

  /** An address of a component that speaks HTTP. */
  URI http(int port, String path) {
    return URI.create("http://" + ports.reachableHost() + ":" + port + path);
  }

  private Health service(int port) {
    return new HttpHealth(http(port, "/q/health/ready"));
  }
}
