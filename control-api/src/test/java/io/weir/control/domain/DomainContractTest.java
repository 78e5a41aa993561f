package io.weir.control.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.testing.service.KindContract;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

@ControlApi
class DomainContractTest extends KindContract {
  @TestHTTPResource URI service;
  @Inject Gateway gateway;

  private String collection = "";

  @BeforeEach
  void ofOneService() {
    collection = "/v1/services/" + gateway.service(gateway.instance(gateway.vpc())) + "/domains";
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
    return object()
        .put("domain", freeName().replace('_', '-') + ".example.com")
        .put("environment", "release");
  }

  @Override
  protected ObjectNode optional() {
    return object().put("certificate", "example");
  }

  @Override
  protected String unique() {
    return "domain";
  }

  @Override
  protected String takenCode() {
    return "DOMAIN_TAKEN";
  }

  @Override
  protected String key() {
    return "domain";
  }

  @Override
  protected List<String> use(String id) {
    return List.of();
  }
}
