package io.weir.registry.replica;

import io.smallrye.mutiny.Uni;
import io.weir.rest.Fresh;
import io.weir.rest.Paging;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code /v1/data-plane-nodes}: every node that ever reported. */
@Path("/v1/data-plane-nodes")
public class DataPlaneNodeLists {
  private final DataPlaneNodes nodes;

  DataPlaneNodeLists(DataPlaneNodes nodes) {
    this.nodes = nodes;
  }

  @GET
  public Uni<Response> list(
      @QueryParam("live") @Nullable String live, @BeanParam Paging paging, @BeanParam Fresh fresh) {
    return nodes.list(null, live, paging, fresh);
  }
}
