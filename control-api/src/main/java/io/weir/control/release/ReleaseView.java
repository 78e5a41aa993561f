package io.weir.control.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.image.Reachability;
import io.weir.contracts.image.Release;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.BackEnd;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.FrontEnd;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.control.upstream.NodeWarnings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A release as clients see it.
 *
 * @param environment the one it was first released into
 * @param environments those that answer with it now
 * @param apis as they were when it was made
 * @param warnings what it would not answer as things are
 */
public record ReleaseView(
    ReleaseId id,
    ServiceId serviceId,
    Environment environment,
    Description description,
    int apiCount,
    long position,
    String releasedAt,
    List<Environment> environments,
    List<ReleasedApiView> apis,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Warning> warnings) {

  /** An API of a release. */
  public record ReleasedApiView(
      ApiId id, Name name, Description description, FrontEnd frontEnd, BackEnd backEnd) {}

  /** Something the caller should know about one of the APIs. */
  public record Warning(String code, String detail, ApiId apiId) {}

  static ReleaseView of(
      GatewayImage image, Service service, Release release, NodeWarnings ofNodes) {
    List<Environment> environments = new ArrayList<>();
    service
        .environments()
        .forEach(
            (environment, pointed) -> {
              if (pointed.equals(release.id())) {
                environments.add(environment);
              }
            });
    List<ReleasedApiView> apis = new ArrayList<>();
    for (ReleasedApi api : release.apis()) {
      var definition = api.definition();
      apis.add(
          new ReleasedApiView(
              api.id(),
              definition.name(),
              definition.description(),
              definition.frontEnd(),
              definition.backEnd()));
    }
    return new ReleaseView(
        release.id(),
        service.id(),
        release.environment(),
        release.description(),
        release.apis().size(),
        release.revision().position(),
        release.revision().at().toString(),
        environments,
        apis,
        warnings(image, service, release, ofNodes));
  }

  private static List<Warning> warnings(
      GatewayImage image, Service service, Release release, NodeWarnings ofNodes) {
    List<Warning> warnings = new ArrayList<>();
    var instanceId = service.settings().instanceId();
    Instance instance = instanceId == null ? null : image.instances().get(instanceId);
    Map<UpstreamId, Answering> known = new HashMap<>();
    for (ReleasedApi api : release.apis()) {
      var upstreamId = api.definition().backEnd().upstreamId();
      Upstream upstream = image.upstreams().get(upstreamId);
      if (upstream == null) {
        warnings.add(
            new Warning("UNKNOWN_UPSTREAM", "there is no " + upstreamId + " any more", api.id()));
        continue;
      }
      Answering answering =
          known.computeIfAbsent(
              upstreamId,
              _ ->
                  new Answering(
                      instance == null || Reachability.of(image, instance, upstream).reachable(),
                      ofNodes.of(upstream)));
      if (instance != null && !answering.reachable()) {
        warnings.add(
            new Warning(
                Reachability.Status.VPC_NOT_CONNECTED.name(),
                "%s is answered 503 until a Cloud Connect Network joins %s and %s"
                    .formatted(
                        api.definition().name(),
                        instance.settings().vpcId(),
                        upstream.settings().vpcId()),
                api.id()));
      }
      for (var warning : answering.ofNodes()) {
        warnings.add(new Warning(warning.code(), warning.detail(), api.id()));
      }
    }
    return warnings;
  }

  /** Of one upstream, which thousands of APIs may use. */
  private record Answering(boolean reachable, List<io.weir.ledger.command.Warning> ofNodes) {}
}
