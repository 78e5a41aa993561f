package io.weir.registry.vpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.weir.contracts.value.VpcId;
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
class VpcContractTest extends KindContract {
  @TestHTTPResource URI service;
  @Inject Ledger ledger;

  @Override
  protected URI service() {
    return service;
  }

  @Override
  protected String collection() {
    return "/v1/vpcs";
  }

  @Override
  protected ObjectNode content() {
    return object().put("name", freeName());
  }

  @Override
  protected List<String> use(String id) {
    String network = Http.network();
    send("PUT", Http.link(network, id), null);
    var upstream = EventMother.upstream(freeName(), new VpcId(id), EventMother.node(8080, 1));
    Appending.append(ledger, upstream);
    return List.of(upstream.id().value(), Http.instance(id), network);
  }
}
