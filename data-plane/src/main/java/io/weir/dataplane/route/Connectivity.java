package io.weir.dataplane.route;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.image.Link;
import io.weir.contracts.image.Reachability;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.VpcId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which VPCs each instance reaches: {@link Reachability} of all pairs, computed in one pass over
 * the links whenever the network changes, so that a request only looks it up.
 */
record Connectivity(Map<InstanceId, Set<VpcId>> reachable) {
  static final Connectivity NONE = new Connectivity(Map.of());

  static Connectivity of(GatewayImage image) {
    Map<CcnId, Set<VpcId>> attached = new HashMap<>();
    for (Link link : image.links().values()) {
      if (link.attached()) {
        attached
            .computeIfAbsent(link.key().networkId(), n -> new HashSet<>())
            .add(link.key().vpcId());
      }
    }
    Map<VpcId, Set<VpcId>> byVpc = new HashMap<>();
    Map<InstanceId, Set<VpcId>> byInstance = new HashMap<>();
    for (Instance instance : image.instances().values()) {
      VpcId home = instance.settings().vpcId();
      byInstance.put(instance.id(), byVpc.computeIfAbsent(home, vpc -> around(vpc, attached)));
    }
    return new Connectivity(byInstance);
  }

  private static Set<VpcId> around(VpcId home, Map<CcnId, Set<VpcId>> attached) {
    Set<VpcId> reached = new HashSet<>();
    reached.add(home);
    for (Set<VpcId> network : attached.values()) {
      if (network.contains(home)) {
        reached.addAll(network);
      }
    }
    return reached;
  }

  boolean reaches(InstanceId instance, VpcId vpc) {
    Set<VpcId> reached = reachable.get(instance);
    return reached != null && reached.contains(vpc);
  }
}
