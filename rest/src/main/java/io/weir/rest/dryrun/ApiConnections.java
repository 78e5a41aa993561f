package io.weir.rest.dryrun;

import io.weir.contracts.image.Api;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Reachability;
import io.weir.contracts.image.Reaches;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which APIs of services reach their upstreams in one configuration. Not thread-safe. */
final class ApiConnections {
  private static final String DRAFT = "as a draft";

  private final Reaches reaches;

  ApiConnections(GatewayImage image) {
    reaches = new Reaches(image);
  }

  /**
   * Of one service: the draft of each API, and what each environment answers with.
   *
   * @param names of the APIs; of the draft if there is one
   * @param connected by API, and by what it is there; what has no reachability is left out
   */
  record OfService(
      ServiceId id, Map<ApiId, String> names, Map<ApiId, Map<String, Boolean>> connected) {

    /**
     * What is otherwise later. What comes or goes is neither connected nor disconnected by that.
     */
    List<Effect> until(OfService later) {
      List<Effect> effects = new ArrayList<>();
      connected.forEach(
          (api, was) -> {
            Map<String, Boolean> is = later.connected.getOrDefault(api, Map.of());
            for (boolean now : new boolean[] {false, true}) {
              List<String> where =
                  was.entrySet().stream()
                      .filter(place -> place.getValue() != now)
                      .filter(place -> is.getOrDefault(place.getKey(), !now) == now)
                      .map(Map.Entry::getKey)
                      .toList();
              if (!where.isEmpty()) {
                effects.add(later.effect(api, now, where));
              }
            }
          });
      return effects;
    }

    private Effect effect(ApiId api, boolean now, List<String> where) {
      return new Effect(
          now ? Effect.Code.API_CONNECTED : Effect.Code.API_DISCONNECTED,
          "api",
          api.value(),
          names.getOrDefault(api, api.value()),
          id,
          null,
          (now
                  ? "its upstream comes into reach of the service's instance: "
                  : "its upstream goes out of reach of the service's instance: ")
              + String.join(", ", where),
          null,
          null);
    }
  }

  OfService of(Service service) {
    var found = new OfService(service.id(), new LinkedHashMap<>(), new LinkedHashMap<>());
    for (Environment environment : service.environments().keySet()) {
      service
          .released(environment)
          .ifPresent(
              release -> {
                for (ReleasedApi api : release.apis()) {
                  add(found, service, api.id(), api.definition(), "in " + environment.value());
                }
              });
    }
    for (Api api : service.apis().values()) {
      add(found, service, api.id(), api.definition(), DRAFT);
    }
    return found;
  }

  private void add(
      OfService found, Service service, ApiId api, ApiDefinition definition, String place) {
    Reachability reachability = reaches.of(service, definition.backEnd().upstreamId());
    found.names.put(api, definition.name().value());
    if (reachability != null) {
      found
          .connected
          .computeIfAbsent(api, _ -> new LinkedHashMap<>())
          .put(place, reachability.reachable());
    }
  }
}
