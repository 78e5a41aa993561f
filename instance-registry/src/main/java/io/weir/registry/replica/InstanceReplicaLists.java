package io.weir.registry.replica;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.InstanceId;
import io.weir.rest.Reads;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;
import java.util.List;

/**
 * {@code /v1/instances/{id}/replicas}: the replicas that serve a dedicated instance, those that
 * serve every instance included.
 */
@Path("/v1/instances/{id}/replicas")
public class InstanceReplicaLists extends ListResource {
  InstanceReplicaLists(Lists lists, Reads reads) {
    super(
        lists,
        Replicas.list()
            .of(
                reads,
                "id",
                InstanceId::new,
                GatewayImage::instances,
                List.of("instance in (?, '*')"),
                (id, instance) -> List.of(id.value())));
  }
}
