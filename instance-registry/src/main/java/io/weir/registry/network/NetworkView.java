package io.weir.registry.network;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Network;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Name;
import java.util.List;

/**
 * A Cloud Connect Network as clients see it.
 *
 * @param version its entity tag, which links do not advance
 * @param position of the event that gave it its present settings
 * @param links to the VPCs that are attached, by their ids
 */
public record NetworkView(
    CcnId id,
    Name name,
    Description description,
    long version,
    long position,
    String changedAt,
    List<LinkView> links) {
  static NetworkView of(GatewayImage image, Network network) {
    var settings = network.settings();
    return new NetworkView(
        network.id(),
        settings.name(),
        settings.description(),
        network.revision().version(),
        network.revision().position(),
        network.revision().at().toString(),
        links(image, network.id()));
  }

  private static List<LinkView> links(GatewayImage image, CcnId id) {
    return image.links().values().stream()
        .filter(link -> link.attached() && link.key().networkId().equals(id))
        .map(LinkView::of)
        .toList();
  }
}
