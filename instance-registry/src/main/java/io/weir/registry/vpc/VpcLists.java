package io.weir.registry.vpc;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.VpcId;
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

/** {@code /v1/vpcs}: the list of VPCs, from the read model. */
@Path("/v1/vpcs")
public class VpcLists {
  private final ReadModel readModel;

  VpcLists(ReadModel readModel) {
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
        Select.of(ReadModel.REPRESENTATION, "read.vpc")
            .where("id = ?", parameters.text("id", id, VpcId::new))
            .where("name = ?", parameters.text("name", name, Name::new))
            .orderBy("created_at, id");
    Page page = parameters.page(paging);
    Freshness freshness = parameters.freshness(fresh);
    parameters.end();
    return readModel.list(select, page, freshness, ReadModel::representation);
  }
}
