package io.weir.contracts.image;

import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.VpcId;
import org.jspecify.annotations.Nullable;

/**
 * Whether an instance reaches an upstream: both live in the same VPC, or a Cloud Connect Network
 * joins their VPCs.
 *
 * @param networkId the network that joins them, or the one that one of them left last; null if none
 *     ever held both, or none is needed
 * @param position of the attachment that completed the connection, or of the detachment since which
 *     it is missing; null without a network
 */
public record Reachability(Status status, @Nullable CcnId networkId, @Nullable Long position) {
  /** The answer. */
  public enum Status {
    SAME_VPC,
    CONNECTED,
    VPC_NOT_CONNECTED
  }

  /** Whether requests get through. */
  public boolean reachable() {
    return status != Status.VPC_NOT_CONNECTED;
  }

  /** Between two VPCs; among several networks that join them, the one that did so first. */
  public static Reachability between(GatewayImage image, VpcId one, VpcId other) {
    if (one.equals(other)) {
      return new Reachability(Status.SAME_VPC, null, null);
    }
    Reachability made = null;
    Reachability broken = new Reachability(Status.VPC_NOT_CONNECTED, null, null);
    for (Link link : image.links().values()) {
      if (!link.key().vpcId().equals(one)) {
        continue;
      }
      CcnId network = link.key().networkId();
      Link opposite = image.link(network, other);
      if (opposite == null) {
        continue;
      }
      if (link.attached() && opposite.attached()) {
        long since = Math.max(link.revision().position(), opposite.revision().position());
        if (made == null || made.position == null || since < made.position) {
          made = new Reachability(Status.CONNECTED, network, since);
        }
      } else {
        long since = brokenSince(link, opposite);
        if (broken.position == null || since > broken.position) {
          broken = new Reachability(Status.VPC_NOT_CONNECTED, network, since);
        }
      }
    }
    return made == null ? broken : made;
  }

  /** If both are detached, they have been apart since the first of them went. */
  private static long brokenSince(Link link, Link opposite) {
    long own = link.revision().position();
    long others = opposite.revision().position();
    if (link.attached()) {
      return others;
    }
    return opposite.attached() ? own : Math.min(own, others);
  }

  /** Between an instance and an upstream. */
  public static Reachability of(GatewayImage image, Instance instance, Upstream upstream) {
    return between(image, instance.settings().vpcId(), upstream.settings().vpcId());
  }
}
