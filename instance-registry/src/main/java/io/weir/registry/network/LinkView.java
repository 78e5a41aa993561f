package io.weir.registry.network;

import io.weir.contracts.image.Link;
import io.weir.contracts.value.VpcId;

/**
 * A link of a Cloud Connect Network as clients see it.
 *
 * @param position of the event that attached the VPC
 */
public record LinkView(VpcId vpcId, boolean attached, long position) {
  static LinkView of(Link link) {
    return new LinkView(link.key().vpcId(), link.attached(), link.revision().position());
  }
}
