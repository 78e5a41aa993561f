package io.weir.standalone.home;

/** Every server of a Weir that has a port, or a run of ports, of its own. */
public enum Listener {
  CONTROL_API("control-api", "--port", 8080, "Management: REST API and console"),
  DATA_PLANE(
      "data-plane",
      "--data-plane-port",
      8000,
      "Traffic of the first replica; the next has the next"),
  DATA_PLANE_ADMIN(
      "data-plane",
      "--data-plane-admin-port",
      9000,
      "Likewise for health and metrics of the replicas"),
  INSTANCE_REGISTRY("instance-registry", "--registry-port", 8081, "Instance registry"),
  CONFIG_PROJECTOR("config-projector", "--projector-port", 8082, "Config projector"),
  POSTGRES("postgres", "--postgres-port", 15432, "PostgreSQL"),
  KAFKA("kafka", "--kafka-port", 19092, "Kafka"),
  KAFKA_CONTROLLER("kafka", "--kafka-controller-port", 19093, "Kafka's controller");

  private final String component;
  // of the command line, which moves it
  final String option;
  // the port where nothing else is wished
  final int standard;
  // for the help
  final String description;

  Listener(String component, String option, int standard, String description) {
    this.component = component;
    this.option = option;
    this.standard = standard;
    this.description = description;
  }

  /** The component that listens; replicas have their number behind it. */
  public String component() {
    return component;
  }

  boolean isOfEachReplica() {
    return this == DATA_PLANE || this == DATA_PLANE_ADMIN;
  }

  /** PostgreSQL and Kafka listen on 127.0.0.1 alone. */
  boolean isStore() {
    return this == POSTGRES || this == KAFKA || this == KAFKA_CONTROLLER;
  }
}
