package io.weir.cli;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/** How many there are of everything in an image. */
final class Counts {
  private Counts() {}

  static Map<String, Integer> of(GatewayImage image) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("upstreams", image.upstreams().size());
    counts.put("services", image.services().size());
    counts.put("apis", sum(image, service -> service.apis().size()));
    counts.put("releases", sum(image, service -> service.releases().size()));
    counts.put("environments", sum(image, service -> service.environments().size()));
    counts.put("domains", image.domains().size());
    counts.put("vpcs", image.vpcs().size());
    counts.put("networks", image.networks().size());
    counts.put("links", Math.toIntExact(attached(image)));
    counts.put("instances", image.instances().size());
    counts.put("keys", image.keys().size());
    counts.put("ledgerKeys", image.ledgerKeys().size());
    return counts;
  }

  private static int sum(GatewayImage image, ToIntFunction<Service> of) {
    return image.services().values().stream().mapToInt(of).sum();
  }

  /** Those that were detached are remembered, but join nothing. */
  private static long attached(GatewayImage image) {
    return image.links().values().stream().filter(link -> link.attached()).count();
  }
}
