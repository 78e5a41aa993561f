package io.weir.control.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.weir.contracts.value.VpcId;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.testing.service.KindContract;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

@ControlApi
class ApiContractTest extends KindContract {
  @TestHTTPResource URI service;
  @Inject Gateway gateway;

  private String collection = "";
  private VpcId vpc = VpcId.random();

  @BeforeEach
  void ofOneService() {
    vpc = gateway.vpc();
    collection = "/v1/services/" + gateway.service(gateway.instance(vpc)) + "/apis";
  }

  @Override
  protected URI service() {
    return service;
  }

  @Override
  protected String collection() {
    return collection;
  }

  @Override
  protected ObjectNode content() {
    String name = freeName();
    ObjectNode content = object().put("name", name);
    content.putObject("frontEnd").put("path", "/" + name);
    content.putObject("backEnd").put("upstreamId", gateway.upstream(vpc)).put("path", "/");
    return content;
  }

  /** What is released of it answers without it. */
  @Override
  protected List<String> use(String id) {
    return List.of();
  }
}
