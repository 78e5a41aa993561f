package io.weir.control.service;

import io.weir.contracts.image.Service;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ServiceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service as clients see it.
 *
 * @param instanceId null on the shared instance
 * @param version its entity tag, which releases advance too
 * @param apiCount how many drafts it has
 * @param environments those that answer
 */
public record ServiceView(
    ServiceId id,
    Name name,
    Description description,
    @Nullable InstanceId instanceId,
    long version,
    long position,
    String changedAt,
    int apiCount,
    List<Environment> environments) {
  static ServiceView of(Service service) {
    var settings = service.settings();
    return new ServiceView(
        service.id(),
        settings.name(),
        settings.description(),
        settings.instanceId(),
        service.revision().version(),
        service.revision().position(),
        service.revision().at().toString(),
        service.apis().size(),
        List.copyOf(service.environments().keySet()));
  }
}
