package io.weir.control.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.testing.service.KindContract;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;

@ControlApi
class ServiceContractTest extends KindContract {
  @TestHTTPResource URI service;
  @Inject Gateway gateway;

  @Override
  protected URI service() {
    return service;
  }

  @Override
  protected String collection() {
    return "/v1/services";
  }

  @Override
  protected ObjectNode content() {
    return object()
        .put("name", freeName())
        .put("instanceId", gateway.instance(gateway.vpc()).value());
  }

  @Override
  protected List<String> use(String id) {
    return List.of(Gateway.api(id, "/a", gateway.upstream(gateway.vpc())));
  }
}
