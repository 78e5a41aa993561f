package io.weir.registry.vpc;

import io.weir.contracts.content.VpcContent;
import io.weir.contracts.event.VpcEvent.VpcChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Link;
import io.weir.contracts.image.Vpc;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import io.weir.ledger.command.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * VPCs: each name once; deleted when no upstream or instance lives in one and no Cloud Connect
 * Network has it attached.
 */
public final class VpcKind {
  /** The kind. */
  public static final Kind<VpcId, Vpc, VpcSettings> VPC =
      Kind.of("vpc", GatewayImage::vpcs, Vpc::settings, Vpc::revision)
          .uniqueName(VpcSettings::name, GatewayImage::vpcNamed)
          .heldBy("is used by", VpcKind::users)
          .shows("upstreamCount", (image, vpc) -> image.upstreamsIn(vpc.id()).size())
          .named(VpcId::new, VpcId::random)
          .made(VpcContent::read, VpcCreated::new, VpcChanged::new, VpcDeleted::new);

  private VpcKind() {}

  private static List<String> users(GatewayImage image, Vpc vpc) {
    List<String> users = new ArrayList<>();
    image.upstreamsIn(vpc.id()).forEach(upstream -> users.add(upstream.value()));
    image.instancesIn(vpc.id()).forEach(instance -> users.add(instance.value()));
    for (Link link : image.linksOf(vpc.id())) {
      if (link.attached()) {
        users.add(link.key().networkId().value());
      }
    }
    return users;
  }
}
