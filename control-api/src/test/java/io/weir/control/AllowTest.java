package io.weir.control;

import io.quarkus.test.common.http.TestHTTPResource;
import io.weir.testing.service.AllowContract;
import java.net.URI;

/** Where nobody is asked who he is. */
@ControlApi
class AllowTest extends AllowContract {
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
