package io.weir.rest.dryrun;

import io.weir.contracts.image.Api;
import io.weir.contracts.image.AssociatedApi;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Release;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When what is changed is live, and where. */
record LiveEffects(GatewayImage before, GatewayImage after, List<Effect> found) {

  /** Adds what is found of these services and upstreams, which came, went or changed. */
  void find(Set<ServiceId> services, Set<UpstreamId> upstreams) {
    for (UpstreamId id : upstreams) {
      Upstream was = before.upstreams().get(id);
      Upstream is = after.upstreams().get(id);
      if (was != null && is != null) {
        shares(was, is);
        liveAtOnce(is);
      }
    }
    for (ServiceId id : services) {
      Service was = before.services().get(id);
      Service is = after.services().get(id);
      if (was != null && is != null) {
        pointed(was, is);
        needsRelease(was, is);
      }
    }
  }

  /** What an upstream is, its APIs do at once, in whatever release. */
  private void liveAtOnce(Upstream upstream) {
    for (AssociatedApi api : after.associatedApis(upstream.id())) {
      Service service = after.services().get(api.serviceId());
      if (service != null) {
        for (Environment environment : api.environments()) {
          String detail = "answers " + api.name() + " with " + upstream.id();
          add(Effect.Code.LIVE_AT_ONCE, service, environment, detail);
        }
      }
    }
  }

  /** An environment that points elsewhere. */
  private void pointed(Service was, Service is) {
    for (Environment environment : Environment.values()) {
      Release earlier = was.released(environment).orElse(null);
      Release later = is.released(environment).orElse(null);
      if (later == null ? earlier != null : earlier == null || !later.id().equals(earlier.id())) {
        add(
            Effect.Code.LIVE_AT_ONCE,
            is,
            environment,
            later == null ? "answers nothing" : "answers with " + later.id());
      }
    }
  }

  /**
   * Drafts that are not as they were: where the service answers, or, as long as it answers nowhere,
   * everywhere.
   */
  private void needsRelease(Service was, Service is) {
    Set<ApiId> changed = changed(was, is);
    if (changed.isEmpty()) {
      return;
    }
    Set<Environment> answering =
        is.environments().isEmpty()
            ? new LinkedHashSet<>(List.of(Environment.values()))
            : is.environments().keySet();
    for (Environment environment : answering) {
      List<String> not =
          changed.stream()
              .filter(api -> !Objects.equals(answered(is, environment, api), draft(is, api)))
              .map(ApiId::value)
              .toList();
      if (!not.isEmpty()) {
        add(
            Effect.Code.NEEDS_RELEASE,
            is,
            environment,
            "answers as before until a release: " + String.join(", ", not));
      }
    }
  }

  private static Set<ApiId> changed(Service was, Service is) {
    Set<ApiId> changed = new LinkedHashSet<>();
    if (was.apis() != is.apis()) {
      Set<ApiId> all = new LinkedHashSet<>(was.apis().keySet());
      all.addAll(is.apis().keySet());
      all.stream()
          .filter(api -> !Objects.equals(draft(was, api), draft(is, api)))
          .forEach(changed::add);
    }
    return changed;
  }

  private static @Nullable ApiDefinition draft(Service service, ApiId id) {
    Api api = service.apis().get(id);
    return api == null ? null : api.definition();
  }

  private static @Nullable ApiDefinition answered(
      Service service, Environment environment, ApiId id) {
    return service
        .released(environment)
        .flatMap(release -> release.api(id))
        .map(ReleasedApi::definition)
        .orElse(null);
  }

  private void add(Effect.Code code, Service service, Environment environment, String detail) {
    found.add(
        new Effect(
            code,
            "environment",
            environment.value(),
            service.settings().name().value(),
            service.id(),
            null,
            detail,
            null,
            null));
  }

  private void shares(Upstream was, Upstream is) {
    Map<String, Node> before = byName(was.nodes());
    Map<String, Node> after = byName(is.nodes());
    int weightsBefore = weights(was.nodes());
    int weightsAfter = weights(is.nodes());
    Set<String> all = new LinkedHashSet<>(after.keySet());
    all.addAll(before.keySet());
    for (String name : all) {
      Node old = before.get(name);
      Node now = after.get(name);
      double from = share(old, weightsBefore);
      double to = share(now, weightsAfter);
      if (from != to) {
        found.add(share(is, old, now, from, to));
      }
    }
  }

  private static Effect share(
      Upstream is, @Nullable Node old, @Nullable Node now, double from, double to) {
    var called = is.settings().name();
    Node node = now == null ? Objects.requireNonNull(old) : now;
    return new Effect(
        Effect.Code.SHARE,
        "node",
        node.name().toString(),
        called == null ? is.id().value() : called.value(),
        null,
        is.id(),
        now == null ? "is taken away" : old == null ? "is new" : "has another share",
        from,
        to);
  }

  private static Map<String, Node> byName(Nodes nodes) {
    Map<String, Node> named = new LinkedHashMap<>();
    nodes.list().forEach(node -> named.putIfAbsent(node.name().canonical(), node));
    return named;
  }

  private static int weights(Nodes nodes) {
    return nodes.list().stream()
        .filter(Node::takesRequests)
        .mapToInt(node -> node.weight().value())
        .sum();
  }

  /** By weight, of the nodes that take requests. */
  private static double share(@Nullable Node node, int weights) {
    return node == null || !node.takesRequests() ? 0 : (double) node.weight().value() / weights;
  }
}
