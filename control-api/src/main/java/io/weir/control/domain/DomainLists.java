package io.weir.control.domain;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.value.ServiceId;
import io.weir.rest.Fresh;
import io.weir.rest.Freshness;
import io.weir.rest.Page;
import io.weir.rest.Paging;
import io.weir.rest.Parameters;
import io.weir.rest.PathIds;
import io.weir.rest.ProblemException;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.Select;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** {@code /v1/services/{id}/domains}: the list of a service's domains, from the read model. */
@Path("/v1/services/{serviceId}/domains")
public class DomainLists {
  private final ReadModel readModel;
  private final Reads reads;

  DomainLists(ReadModel readModel, Reads reads) {
    this.readModel = readModel;
    this.reads = reads;
  }

  @GET
  public Uni<Response> list(
      @PathParam("serviceId") String service, @BeanParam Paging paging, @BeanParam Fresh fresh) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    Parameters parameters = new Parameters();
    Page page = parameters.page(paging);
    Freshness freshness = parameters.freshness(fresh);
    parameters.end();
    var select =
        Select.of(ReadModel.REPRESENTATION, "read.domain")
            .where("service_id = ?", serviceId.value())
            .orderBy("domain");
    return reads
        .image(fresh)
        .chain(
            image -> {
              if (!image.services().containsKey(serviceId)) {
                throw ProblemException.notFound("there is no " + serviceId);
              }
              return readModel.list(select, page, freshness, ReadModel::representation);
            });
  }
}
