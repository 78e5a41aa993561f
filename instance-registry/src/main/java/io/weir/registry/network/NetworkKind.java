package io.weir.registry.network;

import io.weir.contracts.content.NetworkContent;
import io.weir.contracts.event.NetworkEvent.NetworkChanged;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.NetworkEvent.NetworkDeleted;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Link;
import io.weir.contracts.image.Network;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.NetworkSettings;
import io.weir.ledger.command.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Cloud Connect Networks: each name once; deleted when no VPC is attached to one. */
public final class NetworkKind {
  /** The kind. */
  public static final Kind<CcnId, Network, NetworkSettings> NETWORK =
      Kind.of("cloud-connect-network", GatewayImage::networks, Network::settings, Network::revision)
          .uniqueName(NetworkSettings::name, GatewayImage::networkNamed)
          .heldBy("still has attached", NetworkKind::vpcs)
          .shows("links", (image, network) -> attached(image, network).map(LinkView::of).toList())
          .named(CcnId::new, CcnId::random)
          .made(
              NetworkContent::read, NetworkCreated::new, NetworkChanged::new, NetworkDeleted::new);

  private NetworkKind() {}

  private static List<String> vpcs(GatewayImage image, Network network) {
    return attached(image, network).map(link -> link.key().vpcId().value()).toList();
  }

  private static Stream<Link> attached(GatewayImage image, Network network) {
    return image.linksOf(network.id()).stream().filter(Link::attached);
  }
}
