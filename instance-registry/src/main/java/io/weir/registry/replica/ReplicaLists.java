package io.weir.registry.replica;

import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/replicas}: every replica that ever reported. */
@Path("/v1/replicas")
public class ReplicaLists extends ListResource {
  ReplicaLists(Lists lists) {
    super(lists, Replicas.list());
  }
}
