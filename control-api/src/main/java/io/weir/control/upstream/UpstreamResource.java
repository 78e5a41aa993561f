package io.weir.control.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.weir.contracts.content.UpstreamContent;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.UpstreamId;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.Writes;
import io.weir.rest.kind.KindResource;
import jakarta.ws.rs.Path;

/** {@code /v1/upstreams}: single upstreams; a read also tells what is found of their nodes. */
@Path("/v1/upstreams")
public class UpstreamResource extends KindResource<UpstreamId, Upstream, UpstreamContent> {
  private final ReadModel readModel;

  UpstreamResource(Writes writes, Reads reads, ReadModel readModel, NodeWarnings warnings) {
    super(writes, reads, UpstreamKind.of(warnings));
    this.readModel = readModel;
  }

  @Override
  protected Uni<ObjectNode> complete(Upstream upstream, ObjectNode view) {
    return NodeHealths.of(upstream, readModel).map(healths -> healths.tell(view));
  }
}
