package io.weir.control.upstream;

import io.weir.contracts.value.UpstreamId;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.history.Histories;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/upstreams/{id}/history}: what happened to an upstream. */
@Path("/v1/upstreams/{id}/history")
public class UpstreamHistory extends ListResource {
  UpstreamHistory(Lists lists, Reads reads, ReadModel readModel) {
    super(lists, Histories.of(reads, readModel, UpstreamId::new));
  }
}
