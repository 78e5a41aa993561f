package io.weir.standalone;

import io.weir.standalone.home.Ports;
import io.weir.standalone.platform.CannotStartException;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that move Weir to other ports. */
final class PortOptions {

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Address the HTTP servers listen on (default: ${DEFAULT-VALUE}; there is no"
              + " authentication yet).")
  private String host = "";

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "2",
      description = "Data-plane nodes, 1 to 50 (default: ${DEFAULT-VALUE}).")
  private int nodes;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Management: REST API and console (default: ${DEFAULT-VALUE}).")
  private int controlApi;

  @Option(
      names = "--data-plane-port",
      paramLabel = "PORT",
      defaultValue = "8000",
      description =
          "Traffic of the first data-plane node; the next has the next (default: ${DEFAULT-VALUE}).")
  private int dataPlane;

  @Option(
      names = "--data-plane-admin-port",
      paramLabel = "PORT",
      defaultValue = "9000",
      description = "Likewise for health and metrics of the nodes (default: ${DEFAULT-VALUE}).")
  private int dataPlaneAdmin;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      defaultValue = "8081",
      description = "Instance registry (default: ${DEFAULT-VALUE}).")
  private int instanceRegistry;

  @Option(
      names = "--projector-port",
      paramLabel = "PORT",
      defaultValue = "8082",
      description = "Config projector (default: ${DEFAULT-VALUE}).")
  private int configProjector;

  @Option(
      names = "--postgres-port",
      paramLabel = "PORT",
      defaultValue = "15432",
      description = "PostgreSQL (default: ${DEFAULT-VALUE}).")
  private int postgres;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      defaultValue = "19092",
      description = "Kafka (default: ${DEFAULT-VALUE}).")
  private int kafka;

  @Option(
      names = "--kafka-controller-port",
      paramLabel = "PORT",
      defaultValue = "19093",
      description = "Kafka's controller (default: ${DEFAULT-VALUE}).")
  private int kafkaController;

  /**
   * @throws CannotStartException when they cannot be used together
   */
  Ports ports() throws CannotStartException {
    try {
      return new Ports(
              host,
              postgres,
              kafka,
              kafkaController,
              controlApi,
              instanceRegistry,
              configProjector,
              dataPlane,
              dataPlaneAdmin,
              nodes)
          .validated();
    } catch (IllegalArgumentException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()));
    }
  }

  /** The same options for another process. */
  List<String> arguments() {
    return List.of(
        "--host=" + host,
        "--nodes=" + nodes,
        "--port=" + controlApi,
        "--data-plane-port=" + dataPlane,
        "--data-plane-admin-port=" + dataPlaneAdmin,
        "--registry-port=" + instanceRegistry,
        "--projector-port=" + configProjector,
        "--postgres-port=" + postgres,
        "--kafka-port=" + kafka,
        "--kafka-controller-port=" + kafkaController);
  }
}
