package io.weir.control.service;

import io.weir.contracts.image.Api;
import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What hangs on a service: its APIs, the environments that answer with a release of it, and the
 * custom domains that lead to it.
 */
record ServiceUse(List<String> ids, List<String> words) {
  static ServiceUse of(GatewayImage image, Service service) {
    List<String> ids = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Api api : service.apis().values()) {
      ids.add(api.id().value());
      words.add(api.id() + " " + api.definition().name());
    }
    for (Map.Entry<Environment, ReleaseId> released : service.environments().entrySet()) {
      ids.add(released.getValue().value());
      words.add(
          "environment %s (%s, until %s)"
              .formatted(
                  released.getKey().value(),
                  released.getValue(),
                  Unreleasing.call(service.id(), released.getKey())));
    }
    for (CustomDomain domain : image.domainsOf(service.id())) {
      ids.add(domain.domain().value());
      words.add("domain " + domain.domain());
    }
    return new ServiceUse(List.copyOf(ids), List.copyOf(words));
  }

  boolean isEmpty() {
    return ids.isEmpty();
  }
}
