package io.weir.dataplane;

import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.dataplane.replica.ImagePublisher;
import io.weir.dataplane.route.Routes;

/** Every new image becomes the route table. */
record RoutePublisher(Routes routes) implements ImagePublisher {
  @Override
  public void publish(GatewayImage image) {
    routes.publish(image);
  }

  @Override
  public void publish(GatewayImage image, GatewayDelta delta) {
    routes.publish(image, delta);
  }
}
