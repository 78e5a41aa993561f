package io.weir.control.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.testing.service.KindContract;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;

@ControlApi
class UpstreamContractTest extends KindContract {
  @TestHTTPResource URI service;
  @Inject Gateway gateway;

  @Override
  protected URI service() {
    return service;
  }

  @Override
  protected String collection() {
    return "/v1/upstreams";
  }

  @Override
  protected ObjectNode content() {
    ObjectNode content =
        object()
            .put("name", freeName())
            .put("vpcId", gateway.vpc().value())
            .put("protocol", "HTTPS");
    content
        .putArray("nodes")
        .addObject()
        .put("address", "10.0.0.1")
        .put("port", 8443)
        .put("weight", 5);
    return content;
  }

  @Override
  protected List<String> use(String id) {
    String api = Gateway.api(gateway.service(gateway.instance(gateway.vpc())), "/a", id);
    return List.of(api);
  }
}
