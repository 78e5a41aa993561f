package io.weir.registry;

import io.quarkus.test.common.http.TestHTTPResource;
import io.weir.testing.service.AllowContract;
import java.net.URI;

@InstanceRegistry
class RegistryAllowTest extends AllowContract {
  @TestHTTPResource URI service;

  @Override
  protected URI service() {
    return service;
  }

  @Override
  protected String[] administrator() {
    return new String[0];
  }
}
