package io.weir.rest;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Lets requests whose URI is none reach our own handlers: the server would answer them before any
 * of these with an empty 400. It asks for this system property when its classes are loaded, which
 * only the reading of the configuration comes before.
 */
public final class ImproperUris implements SmallRyeConfigBuilderCustomizer {
  @Override
  public void configBuilder(SmallRyeConfigBuilder builder) {
    System.setProperty("vertx.disableURIValidation", "true");
  }
}
