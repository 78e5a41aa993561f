package io.weir.control.release;

import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ServiceId;
import io.weir.rest.PathIds;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.history.Histories;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

/**
 * {@code /v1/services/{serviceId}/environments/{environment}/history}: what an environment answered
 * with, and which domains led to it.
 */
@Path("/v1/services/{serviceId}/environments/{environment}/history")
public class EnvironmentHistory extends ListResource {
  EnvironmentHistory(Lists lists, Reads reads, ReadModel readModel) {
    super(lists, Histories.named(reads, readModel, EnvironmentHistory::name));
  }

  /** As the projector names it in the history of events. */
  private static String name(UriInfo request) {
    ServiceId service = PathIds.read(request, "serviceId", ServiceId::new);
    Environment environment = PathIds.read(request, "environment", Environment::of);
    return service + "/" + environment.value();
  }
}
