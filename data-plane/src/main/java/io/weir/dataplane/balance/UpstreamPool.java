package io.weir.dataplane.balance;

import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.contracts.value.VpcId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An upstream, ready to be sent to. Immutable but for the rotation and the health of its nodes,
 * which outlive changes of the upstream.
 */
public final class UpstreamPool {
  private final UpstreamId id;
  private final VpcId vpcId;
  private final int retries;
  private final UpstreamSettings settings;
  private final NodePicker picker;

  private UpstreamPool(Upstream upstream, NodePicker picker) {
    id = upstream.id();
    vpcId = upstream.settings().vpcId();
    retries = upstream.settings().retries().value();
    settings = upstream.settings();
    this.picker = picker;
  }

  /** The pool of an upstream not seen before; {@code seed} decides where its rotation starts. */
  public static UpstreamPool of(Upstream upstream, long seed) {
    LiveNode[] nodes = nodes(upstream, Map.of());
    return new UpstreamPool(
        upstream, NodePicker.starting(seed ^ mix(upstream.id()), nodes, weights(upstream)));
  }

  /** The pool after a change: nodes that stay keep their identity, the rotation its place. */
  public UpstreamPool changedTo(Upstream upstream) {
    Map<String, LiveNode> known = new HashMap<>();
    for (LiveNode node : picker.nodes()) {
      known.put(node.authority(), node);
    }
    return new UpstreamPool(upstream, picker.continuing(nodes(upstream, known), weights(upstream)));
  }

  private static LiveNode[] nodes(Upstream upstream, Map<String, LiveNode> known) {
    List<Node> list = upstream.nodes().list();
    LiveNode[] nodes = new LiveNode[list.size()];
    for (int i = 0; i < nodes.length; i++) {
      LiveNode fresh = new LiveNode(list.get(i), upstream.settings());
      LiveNode old = known.get(fresh.authority());
      nodes[i] = old != null && old.sameWay(fresh) ? old : fresh;
    }
    return nodes;
  }

  private static int[] weights(Upstream upstream) {
    List<Node> list = upstream.nodes().list();
    int[] weights = new int[list.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = list.get(i).weight().value();
    }
    return weights;
  }

  private static long mix(UpstreamId id) {
    long hash = id.value().hashCode() * 0x9e3779b97f4a7c15L;
    return hash ^ (hash >>> 32);
  }

  /** The upstream's id. */
  public UpstreamId id() {
    return id;
  }

  /** The VPC its nodes live in. */
  public VpcId vpcId() {
    return vpcId;
  }

  /** How many further attempts may follow a failed one, 1 to 100. */
  public int retries() {
    return retries;
  }

  /** Everything about it but its nodes. */
  public UpstreamSettings settings() {
    return settings;
  }

  /** Who is next. */
  public NodePicker picker() {
    return picker;
  }
}
