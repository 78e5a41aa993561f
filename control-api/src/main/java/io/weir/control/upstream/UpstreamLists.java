package io.weir.control.upstream;

import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.Algorithm;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import io.weir.rest.Parameters;
import io.weir.rest.list.KeyType;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/upstreams}: the list of upstreams. */
@Path("/v1/upstreams")
public class UpstreamLists extends ListResource {
  private static final String APIS =
      ListOf.count(ReadView.ASSOCIATED_API, "upstream_id") + " as api_count";

  UpstreamLists(Lists lists) {
    super(
        lists,
        ListOf.objects(
                ReadView.UPSTREAM,
                UpstreamId::new,
                "id",
                "name",
                "description",
                "vpcId",
                "protocol",
                "algorithm")
            .filter("vpc_id", VpcId::new)
            .filter("protocol", Protocol.class)
            .filter("algorithm", Algorithm.class)
            .filterPresent(
                "health", NodeHealths.SUM + " = ?", Parameters.oneOf(NodeHealths.Sum.class))
            .order("nodes", "node_count", KeyType.NUMBER)
            .with(APIS, (upstream, row) -> upstream.put("apiCount", row.getInteger("api_count")))
            .present(NodeHealths.COLUMN, NodeHealths::show));
  }
}
