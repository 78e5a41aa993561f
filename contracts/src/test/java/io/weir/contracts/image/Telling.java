package io.weir.contracts.image;

import io.weir.contracts.history.World;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ReleasedApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An image and a {@link World} in words they have in common, to compare them. */
final class Telling {
  private Telling() {}

  static Map<String, Object> of(GatewayImage image) {
    Map<String, Object> all = new TreeMap<>();
    image.vpcs().forEach((id, vpc) -> all.put(id.value(), vpc.settings()));
    image.networks().forEach((id, network) -> all.put(id.value(), network.settings()));
    image.instances().forEach((id, instance) -> all.put(id.value(), instance.settings()));
    image.ledgerKeys().forEach((id, key) -> all.put(id.value(), key.current()));
    image.domains().forEach((domain, custom) -> all.put(domain.value(), custom.settings()));
    image
        .keys()
        .forEach((id, k) -> all.put(id.value(), List.of(k.settings(), k.used(), k.expired())));
    image.upstreams().forEach((id, u) -> all.put(id.value(), List.of(u.settings(), u.nodes())));
    for (Link link : image.links().values()) {
      if (link.attached()) {
        all.put(link.key().networkId() + " " + link.key().vpcId(), "attached");
      }
    }
    for (Service service : image.services().values()) {
      Map<Object, ApiDefinition> apis = new TreeMap<>();
      service.apis().forEach((id, api) -> apis.put(id.value(), api.definition()));
      List<Object> releases = new ArrayList<>();
      service.releases().forEach(r -> releases.add(release(r.id(), r.description(), r.apis())));
      all.put(
          service.id().value(),
          List.of(service.settings(), apis, releases, Map.copyOf(service.environments())));
    }
    return all;
  }

  static Map<String, Object> of(World world) {
    Map<String, Object> all = new TreeMap<>();
    world.vpcs.forEach((id, vpc) -> all.put(id.value(), vpc));
    world.networks.forEach((id, network) -> all.put(id.value(), network));
    world.instances.forEach((id, instance) -> all.put(id.value(), instance));
    world.ledgerKeys.forEach((id, current) -> all.put(id.value(), current));
    world.domains.forEach((domain, settings) -> all.put(domain.value(), settings));
    world.keys.forEach(
        (id, k) -> all.put(id.value(), List.of(k.settings(), k.used(), k.expired())));
    world.upstreams.forEach((id, u) -> all.put(id.value(), List.of(u.settings(), u.nodes())));
    world.attached.forEach(
        (network, vpcs) -> vpcs.forEach(vpc -> all.put(network + " " + vpc, "attached")));
    world.services.forEach(
        (id, service) -> {
          Map<Object, ApiDefinition> apis = new TreeMap<>();
          service.apis.forEach((api, definition) -> apis.put(api.value(), definition));
          List<Object> releases = new ArrayList<>();
          service.releases.forEach(
              r -> releases.add(release(r.releaseId(), r.description(), r.apis())));
          all.put(
              id.value(),
              List.of(service.settings, apis, releases, Map.copyOf(service.environments)));
        });
    return all;
  }

  private static Object release(Object id, Object description, List<ReleasedApi> apis) {
    return List.of(id, description, apis);
  }
}
