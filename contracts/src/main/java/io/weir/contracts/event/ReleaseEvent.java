package io.weir.contracts.event;

import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ReleasesKept;
import io.weir.contracts.value.ServiceId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens to the releases and environments of a service; recorded in the service's stream. */
public sealed interface ReleaseEvent extends GatewayEvent {
  /** The service. */
  ServiceId serviceId();

  /** The environment. */
  Environment environment();

  @Override
  default String stream() {
    return "service/" + serviceId();
  }

  /**
   * All APIs of the service, as they were, became a release that the environment points to. It says
   * what is otherwise than in a release before, so that it does not grow with the service.
   *
   * @param baseReleaseId a release that the service has, which this one is like but for what
   *     follows; null for one without APIs
   * @param apis those that the base has not, or has otherwise
   * @param removedApis those that only the base has
   * @param apiCount how many APIs the release has
   * @param releasesKept how many releases the service has then: the oldest that no environment
   *     points to gave way
   */
  record ServiceReleased(
      ServiceId serviceId,
      ReleaseId releaseId,
      Environment environment,
      Description description,
      @Nullable ReleaseId baseReleaseId,
      List<ReleasedApi> apis,
      List<ApiId> removedApis,
      int apiCount,
      ReleasesKept releasesKept)
      implements ReleaseEvent {
    /** A release that says all its APIs. */
    public ServiceReleased(
        ServiceId serviceId,
        ReleaseId releaseId,
        Environment environment,
        Description description,
        List<ReleasedApi> apis,
        ReleasesKept releasesKept) {
      this(
          serviceId,
          releaseId,
          environment,
          description,
          null,
          apis,
          List.of(),
          apis.size(),
          releasesKept);
    }

    /** Likewise, after which the service keeps as many releases as services do. */
    public ServiceReleased(
        ServiceId serviceId,
        ReleaseId releaseId,
        Environment environment,
        Description description,
        List<ReleasedApi> apis) {
      this(serviceId, releaseId, environment, description, apis, ReleasesKept.DEFAULT);
    }

    public ServiceReleased {
      apis = List.copyOf(apis);
      removedApis = List.copyOf(removedApis);
    }

    @Override
    public List<String> subjects() {
      Set<String> subjects = new LinkedHashSet<>();
      subjects.add(serviceId.value());
      subjects.add(releaseId.value());
      for (ReleasedApi api : apis) {
        subjects.add(api.id().value());
        subjects.add(api.definition().backEnd().upstreamId().value());
      }
      removedApis.forEach(api -> subjects.add(api.value()));
      return List.copyOf(subjects);
    }
  }

  /** An environment was pointed to a release that exists already: a rollback, or a promotion. */
  record EnvironmentSwitched(ServiceId serviceId, Environment environment, ReleaseId releaseId)
      implements ReleaseEvent {
    @Override
    public List<String> subjects() {
      return List.of(serviceId.value(), releaseId.value());
    }
  }

  /** An environment no longer answers. */
  record EnvironmentUnreleased(ServiceId serviceId, Environment environment)
      implements ReleaseEvent {
    @Override
    public List<String> subjects() {
      return List.of(serviceId.value());
    }
  }
}
