package io.weir.control.overview;

import static java.util.stream.Collectors.toList;

import io.weir.contracts.image.Api;
import io.weir.contracts.image.AssociatedApi;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Reachability;
import io.weir.contracts.image.Reaches;
import io.weir.contracts.image.Release;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a configuration says by itself of what needs attention. Pure. */
final class Configured {
  private final GatewayImage image;
  private final Reaches reaches;
  private final List<Attention> found = new ArrayList<>();

  private Configured(GatewayImage image) {
    this.image = image;
    this.reaches = new Reaches(image);
  }

  /** Everything, in no order. */
  static List<Attention> of(GatewayImage image) {
    Configured configured = new Configured(image);
    image.upstreams().values().forEach(configured::upstream);
    image.services().values().forEach(configured::service);
    return configured.found;
  }

  /** How much there is of each kind. */
  static Map<String, Integer> counts(GatewayImage image) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("vpcs", image.vpcs().size());
    counts.put("networks", image.networks().size());
    counts.put("instances", image.instances().size());
    counts.put("upstreams", image.upstreams().size());
    counts.put("services", image.services().size());
    int apis = 0;
    int releases = 0;
    for (Service service : image.services().values()) {
      apis += service.apis().size();
      releases += service.releases().size();
    }
    counts.put("apis", apis);
    counts.put("releases", releases);
    counts.put("domains", image.domains().size());
    return counts;
  }

  private void upstream(Upstream upstream) {
    if (upstream.nodes().list().stream().noneMatch(Node::takesRequests)) {
      found.add(
          Attention.of(
              Attention.Code.UPSTREAM_WITHOUT_NODES,
              Attention.severity(isReleased(image, upstream)),
              upstream,
              "each of its nodes is draining or has the weight 0: requests are answered 503",
              null));
    }
  }

  /** Whether an environment answers an API with it. */
  static boolean isReleased(GatewayImage image, Upstream upstream) {
    return image.associatedApis(upstream.id()).stream()
        .map(AssociatedApi::environments)
        .anyMatch(environments -> !environments.isEmpty());
  }

  private void service(Service service) {
    Map<ReleaseId, Release> answering = new HashMap<>();
    Map<ApiId, Set<Environment>> unreached = new TreeMap<>();
    Map<ApiId, ApiDefinition> known = new TreeMap<>();
    for (Environment environment : service.environments().keySet()) {
      Release release = service.released(environment).orElse(null);
      if (release != null) {
        answering.put(release.id(), release);
        for (ReleasedApi api : release.apis()) {
          known.put(api.id(), api.definition());
          if (outOfReach(service, api.definition())) {
            unreached.computeIfAbsent(api.id(), _ -> new HashSet<>()).add(environment);
          }
        }
      }
    }
    Map<ApiId, List<ApiDefinition>> answered =
        answering.values().stream()
            .flatMap(release -> release.apis().stream())
            .collect(
                Collectors.groupingBy(
                    ReleasedApi::id, Collectors.mapping(ReleasedApi::definition, toList())));
    int unreleased = 0;
    for (Api api : service.apis().values()) {
      known.put(api.id(), api.definition());
      if (outOfReach(service, api.definition())) {
        unreached.computeIfAbsent(api.id(), _ -> Set.of());
      }
      if (!answered.getOrDefault(api.id(), List.of()).contains(api.definition())) {
        unreleased++;
      }
    }
    unreached.forEach((id, where) -> notConnected(service, id, known.get(id), where));
    if (unreleased > 0) {
      found.add(
          Attention.of(
              Attention.Code.DRAFTS_NOT_RELEASED,
              service,
              "no environment answers with these drafts as they are",
              unreleased));
    }
  }

  private boolean outOfReach(Service service, ApiDefinition definition) {
    Reachability reachability = reaches.of(service, definition.backEnd().upstreamId());
    return reachability != null && !reachability.reachable();
  }

  private void notConnected(
      Service service, ApiId id, @Nullable ApiDefinition definition, Set<Environment> where) {
    Name name = definition == null ? service.settings().name() : definition.name();
    String in = where.stream().sorted().map(Environment::value).collect(Collectors.joining(", "));
    found.add(
        new Attention(
            Attention.Code.API_NOT_CONNECTED,
            Attention.severity(!where.isEmpty()),
            "api",
            id.value(),
            name.value(),
            service.id(),
            where.isEmpty()
                ? "as a draft, its upstream is out of reach of the service's instance"
                : "answered 503 in "
                    + in
                    + ": its upstream is out of reach of the service's instance",
            null));
  }
}
