package io.weir.registry.instance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.weir.contracts.value.InstanceId;
import io.weir.ledger.Ledger;
import io.weir.registry.Appending;
import io.weir.registry.Http;
import io.weir.registry.InstanceRegistry;
import io.weir.testing.event.EventMother;
import io.weir.testing.service.KindContract;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;

@InstanceRegistry
class InstanceContractTest extends KindContract {
  @TestHTTPResource URI service;
  @Inject Ledger ledger;

  @Override
  protected URI service() {
    return service;
  }

  @Override
  protected String collection() {
    return "/v1/instances";
  }

  @Override
  protected ObjectNode content() {
    return object().put("name", freeName()).put("vpcId", Http.vpc());
  }

  @Override
  protected List<String> use(String id) {
    var service = EventMother.service(freeName(), new InstanceId(id));
    Appending.append(ledger, service);
    return List.of(service.id().value());
  }
}
