package io.weir.control.release;

import io.weir.contracts.image.Service;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ServiceId;
import io.weir.rest.DataPlaneOrigin;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an environment of a service answers with.
 *
 * @param releaseId null if it answers nothing
 * @param url below which it answers, if that is known
 */
public record EnvironmentView(
    ServiceId serviceId,
    Environment environment,
    boolean released,
    @Nullable ReleaseId releaseId,
    @Nullable String url) {
  static EnvironmentView of(Service service, Environment environment, DataPlaneOrigin origin) {
    ReleaseId release = service.environments().get(environment);
    return new EnvironmentView(
        service.id(), environment, release != null, release, origin.of(service.id(), environment));
  }

  /** All environments, of which there are always the same few. */
  static List<EnvironmentView> all(Service service, DataPlaneOrigin origin) {
    return Arrays.stream(Environment.values())
        .map(environment -> of(service, environment, origin))
        .toList();
  }
}
