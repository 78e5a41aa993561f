package io.weir.registry.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Name;
import io.weir.rest.Fresh;
import io.weir.rest.Freshness;
import io.weir.rest.Page;
import io.weir.rest.Paging;
import io.weir.rest.Parameters;
import io.weir.rest.ReadModel;
import io.weir.rest.Select;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code /v1/cloud-connect-networks}: the list of Cloud Connect Networks, from the read model. */
@Path("/v1/cloud-connect-networks")
public class NetworkLists {
  private static final String LINKS =
      """
      (select json_build_object('links', coalesce(json_agg(
            json_build_object('vpcId', l.vpc_id, 'attached', true, 'position', l.position)
            order by l.vpc_id), '[]'))
          from read.link l where l.network_id = n.id and l.attached)::text as linked""";

  private final ReadModel readModel;

  NetworkLists(ReadModel readModel) {
    this.readModel = readModel;
  }

  @GET
  public Uni<Response> list(
      @QueryParam("id") @Nullable String id,
      @QueryParam("name") @Nullable String name,
      @BeanParam Paging paging,
      @BeanParam Fresh fresh) {
    Parameters parameters = new Parameters();
    var select =
        Select.of(ReadModel.REPRESENTATION + ", " + LINKS, "read.network n")
            .where("id = ?", parameters.text("id", id, CcnId::new))
            .where("name = ?", parameters.text("name", name, Name::new))
            .orderBy("created_at, id");
    Page page = parameters.page(paging);
    Freshness freshness = parameters.freshness(fresh);
    parameters.end();
    return readModel.list(select, page, freshness, NetworkLists::network);
  }

  private static ObjectNode network(Row row) {
    return ReadModel.representation(row).setAll(ReadModel.json(row, "linked"));
  }
}
