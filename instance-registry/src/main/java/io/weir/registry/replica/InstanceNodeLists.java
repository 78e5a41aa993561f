package io.weir.registry.replica;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.value.InstanceId;
import io.weir.rest.Fresh;
import io.weir.rest.Paging;
import io.weir.rest.PathIds;
import io.weir.rest.ProblemException;
import io.weir.rest.Reads;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/instances/{id}/data-plane-nodes}: the nodes that serve a dedicated instance, those
 * that serve every instance included.
 */
@Path("/v1/instances/{id}/data-plane-nodes")
public class InstanceNodeLists {
  private final DataPlaneNodes nodes;
  private final Reads reads;

  InstanceNodeLists(DataPlaneNodes nodes, Reads reads) {
    this.nodes = nodes;
    this.reads = reads;
  }

  @GET
  public Uni<Response> list(
      @PathParam("id") String id,
      @QueryParam("live") @Nullable String live,
      @BeanParam Paging paging,
      @BeanParam Fresh fresh) {
    InstanceId instanceId = PathIds.read(id, InstanceId::new);
    return reads
        .image(fresh)
        .chain(
            image -> {
              if (!image.instances().containsKey(instanceId)) {
                throw ProblemException.notFound("there is no " + instanceId);
              }
              return nodes.list(instanceId, live, paging, fresh);
            });
  }
}
