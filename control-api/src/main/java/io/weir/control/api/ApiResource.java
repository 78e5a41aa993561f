package io.weir.control.api;

import io.weir.contracts.image.Api;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.ServiceId;
import io.weir.control.upstream.NodeWarnings;
import io.weir.ledger.command.Kind;
import io.weir.rest.Parameters;
import io.weir.rest.PathIds;
import io.weir.rest.Reads;
import io.weir.rest.WriteParameters;
import io.weir.rest.Writes;
import io.weir.rest.kind.KindResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

/** {@code /v1/services/{id}/apis}: the drafts of single APIs. */
@Path("/v1/services/{serviceId}/apis")
@WriteParameters(Require.PARAMETER)
public class ApiResource extends KindResource<ApiId, Api, ApiDefinition> {
  ApiResource(Writes writes, Reads reads, NodeWarnings warnings) {
    super(writes, reads, request -> kind(request, warnings));
  }

  private static Kind<ApiId, Api, ApiDefinition> kind(UriInfo request, NodeWarnings warnings) {
    ServiceId service = PathIds.read(request, "serviceId", ServiceId::new);
    Parameters parameters = new Parameters();
    Require require =
        parameters.value(
            Require.PARAMETER,
            request.getQueryParameters().getFirst(Require.PARAMETER),
            Require::of);
    parameters.end();
    return ApiKind.of(service, require == null ? Require.NOTHING : require, warnings);
  }
}
