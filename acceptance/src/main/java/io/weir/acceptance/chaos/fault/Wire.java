package io.weir.acceptance.chaos.fault;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network path of its own between two parts of the cluster.
 *
 * @param from who connects; null: the clients of management
 */
public record Wire(@Nullable Target from, Target to) {
  /** All there are. */
  public static final List<Wire> ALL = all();

  private static List<Wire> all() {
    List<Wire> all = new ArrayList<>();
    for (Target control : Target.CONTROL_APIS) {
      all.add(new Wire(null, control));
      all.add(new Wire(control, Target.INSTANCE_REGISTRY));
    }
    for (Target service : Target.SERVICES) {
      all.add(new Wire(service, Target.POSTGRES));
      all.add(new Wire(service, Target.KAFKA));
    }
    for (Target gateway : Target.GATEWAYS) {
      all.add(new Wire(gateway, Target.KAFKA));
    }
    return List.copyOf(all);
  }

  @Override
  public String toString() {
    return (from == null ? "clients" : from) + " to " + to;
  }
}
