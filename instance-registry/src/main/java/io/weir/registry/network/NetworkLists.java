package io.weir.registry.network;

import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.CcnId;
import io.weir.rest.ReadModel;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/cloud-connect-networks}: the list of Cloud Connect Networks. */
@Path("/v1/cloud-connect-networks")
public class NetworkLists extends ListResource {
  private static final String LINKS =
      """
      (select json_build_object('links', coalesce(json_agg(
            json_build_object('vpcId', l.vpc_id, 'attached', true, 'position', l.position)
            order by l.vpc_id), '[]'))
          from %s l where l.network_id = t.id and l.attached)::text as linked\
      """
          .formatted(ListOf.view(ReadView.LINK));

  NetworkLists(Lists lists) {
    super(
        lists,
        ListOf.objects(ReadView.NETWORK, CcnId::new, "id", "name", "description")
            .whole(LINKS, (network, row) -> network.setAll(ReadModel.json(row, "linked"))));
  }
}
