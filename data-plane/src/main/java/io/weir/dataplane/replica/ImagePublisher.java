package io.weir.dataplane.replica;

import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;

/** What happens with a new image; called by one thread, in order. */
public interface ImagePublisher {
  /** A whole image, of a snapshot. */
  void publish(GatewayImage image);

  /** The image that {@code delta} made of the one published before. */
  void publish(GatewayImage image, GatewayDelta delta);
}
