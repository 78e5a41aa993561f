package io.weir.registry.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.weir.registry.Http;
import io.weir.registry.InstanceRegistry;
import io.weir.testing.service.KindContract;
import java.net.URI;
import java.util.List;

@InstanceRegistry
class NetworkContractTest extends KindContract {
  @TestHTTPResource URI service;

  @Override
  protected URI service() {
    return service;
  }

  @Override
  protected String collection() {
    return "/v1/cloud-connect-networks";
  }

  @Override
  protected ObjectNode content() {
    return object().put("name", freeName());
  }

  @Override
  protected List<String> use(String id) {
    String vpc = Http.vpc();
    send("PUT", Http.link(id, vpc), null);
    return List.of(vpc);
  }
}
