package io.weir.control.release;

import io.weir.contracts.image.Service;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ServiceId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an environment of a service answers with.
 *
 * @param releaseId null if it answers nothing
 */
public record EnvironmentView(
    ServiceId serviceId, Environment environment, boolean released, @Nullable ReleaseId releaseId) {
  static EnvironmentView of(Service service, Environment environment) {
    ReleaseId release = service.environments().get(environment);
    return new EnvironmentView(service.id(), environment, release != null, release);
  }

  /** All environments, of which there are always the same few. */
  static List<EnvironmentView> all(Service service) {
    List<EnvironmentView> all = new ArrayList<>();
    for (Environment environment : Environment.values()) {
      all.add(of(service, environment));
    }
    return all;
  }
}
