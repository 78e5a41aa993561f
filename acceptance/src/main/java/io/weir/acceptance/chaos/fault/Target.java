package io.weir.acceptance.chaos.fault;

import java.util.List;

/** What a fault is done to. */
public enum Target {
  CONTROL_API_0("control-api-0"),
  CONTROL_API_1("control-api-1"),
  INSTANCE_REGISTRY("instance-registry"),
  CONFIG_PROJECTOR("config-projector"),
  GATEWAY_0("gateway-0"),
  GATEWAY_1("gateway-1"),
  KAFKA("Kafka"),
  POSTGRES("PostgreSQL"),
  /** Whichever service copies the ledger to Kafka at that moment. */
  RELAY("the relay's process");

  /** The services, which speak to PostgreSQL and Kafka. */
  public static final List<Target> SERVICES =
      List.of(CONTROL_API_0, CONTROL_API_1, INSTANCE_REGISTRY, CONFIG_PROJECTOR);

  /** Who may copy the ledger to Kafka. */
  public static final List<Target> RELAYS =
      List.of(CONTROL_API_0, CONTROL_API_1, INSTANCE_REGISTRY);

  /** Those that clients write to. */
  public static final List<Target> CONTROL_APIS = List.of(CONTROL_API_0, CONTROL_API_1);

  /** The data plane. */
  public static final List<Target> GATEWAYS = List.of(GATEWAY_0, GATEWAY_1);

  /** Programs of Weir. */
  public static final List<Target> PROGRAMS =
      List.of(
          CONTROL_API_0, CONTROL_API_1, INSTANCE_REGISTRY, CONFIG_PROJECTOR, GATEWAY_0, GATEWAY_1);

  private final String text;

  Target(String text) {
    this.text = text;
  }

  /** Whether it is a gateway node. */
  public boolean isGateway() {
    return GATEWAYS.contains(this);
  }

  @Override
  public String toString() {
    return text;
  }
}
