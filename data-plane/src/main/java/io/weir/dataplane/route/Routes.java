package io.weir.dataplane.route;

import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;

/** The current route table. One thread publishes, any thread reads. */
public final class Routes {
  private final RouteCompiler compiler;
  private volatile RouteTable current = RouteTable.empty();

  /** Starts with the empty table. */
  public Routes(RouteCompiler compiler) {
    this.compiler = compiler;
  }

  /** The table to use for a request that begins now. */
  public RouteTable current() {
    return current;
  }

  /** Compiles and installs a whole image. */
  public void publish(GatewayImage image) {
    current = compiler.compile(current, image);
  }

  /** Compiles and installs what a delta changed since the last published image. */
  public void publish(GatewayImage image, GatewayDelta delta) {
    current = compiler.compile(current, image, delta);
  }
}
