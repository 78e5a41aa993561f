package io.weir.projector.kit;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Release;
import io.weir.contracts.image.Service;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleasedApi;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose history an event is part of besides those it names and those its object referred to, told
 * from everything that the images before and after say, as text.
 */
final class ExpectedConcerns {
  private static final Pattern ID = Pattern.compile("\\b(release|api|upstream)-[a-z0-9]{8}\\b");

  private final JsonNode data;
  private final Set<String> found = new TreeSet<>();

  private ExpectedConcerns(Recorded recorded) {
    data = Canonical.json(recorded.data());
  }

  static Set<String> of(Recorded recorded, GatewayImage before, GatewayImage after) {
    var expected = new ExpectedConcerns(recorded);
    expected.find(recorded.envelope().type(), before, after);
    return expected.found;
  }

  private void find(String type, GatewayImage before, GatewayImage after) {
    if (type.startsWith("domain.")) {
      for (GatewayImage image : List.of(before, after)) {
        image.domains().values().stream()
            .filter(bound -> bound.domain().value().equals(data.path("domain").asText()))
            .map(bound -> bound.settings())
            .forEach(is -> found.add(is.serviceId() + "/" + is.environment().value()));
      }
    } else if (type.startsWith("service.")) {
      String id = data.path(data.has("serviceId") ? "serviceId" : "id").asText();
      service(type, service(before, id), service(after, id));
    } else if (type.startsWith("key.")) {
      before.keys().values().stream()
          .filter(key -> key.id().value().equals(data.path("id").asText()))
          .forEach(key -> found.addAll(key.settings().scope().ids()));
    } else if (type.startsWith("vpc.deleted")) {
      String vpc = data.path("id").asText();
      before.links().keySet().stream()
          .filter(link -> link.vpcId().value().equals(vpc))
          .forEach(link -> found.add(link.networkId().value()));
    }
  }

  private static @Nullable Service service(GatewayImage image, String id) {
    return image.services().values().stream()
        .filter(service -> service.id().value().equals(id))
        .findFirst()
        .orElse(null);
  }

  private void service(String type, @Nullable Service was, @Nullable Service is) {
    List<Release> gone = new ArrayList<>(was == null ? List.of() : was.releases());
    Set<Release> kept = new HashSet<>(is == null ? List.of() : is.releases());
    gone.removeIf(kept::contains);
    gone.forEach(release -> found.add(release.id().value()));
    for (Service some :
        was == null ? List.<Service>of() : is == null ? List.of(was) : List.of(was, is)) {
      some.environments()
          .keySet()
          .forEach(
              environment -> {
                if (is == null || environment.value().equals(data.path("environment").asText())) {
                  found.add(some.id() + "/" + environment.value());
                  some.released(environment)
                      .ifPresent(release -> answered(release, some == was ? is : was, environment));
                }
              });
    }
    if (data.has("environment")) {
      found.add(data.path("serviceId").asText() + "/" + data.path("environment").asText());
    }
    if (type.startsWith("service.deleted") && was != null) {
      all(was.apis());
    }
  }

  /** A release, and of its APIs those that the service has otherwise in the same place besides. */
  private void answered(Release release, @Nullable Service besides, Environment environment) {
    found.add(release.id().value());
    Set<ReleasedApi> others = new HashSet<>();
    if (besides != null) {
      besides.released(environment).ifPresent(other -> others.addAll(other.apis()));
    }
    release.apis().stream().filter(api -> !others.contains(api)).forEach(this::all);
  }

  private void all(Object value) {
    Matcher ids = ID.matcher(value.toString());
    while (ids.find()) {
      found.add(ids.group());
    }
  }
}
