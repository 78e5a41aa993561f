package io.weir.control.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import io.weir.rest.Fresh;
import io.weir.rest.Freshness;
import io.weir.rest.Page;
import io.weir.rest.Paging;
import io.weir.rest.Parameters;
import io.weir.rest.PathIds;
import io.weir.rest.ProblemException;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.Select;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /v1/upstreams}: lists of upstreams, and of the APIs that use one, from the read model. */
@Path("/v1/upstreams")
public class UpstreamLists {
  private final ReadModel readModel;
  private final Reads reads;

  UpstreamLists(ReadModel readModel, Reads reads) {
    this.readModel = readModel;
    this.reads = reads;
  }

  @GET
  public Uni<Response> list(
      @QueryParam("id") @Nullable String id,
      @QueryParam("name") @Nullable String name,
      @QueryParam("vpc_id") @Nullable String vpcId,
      @BeanParam Paging paging,
      @BeanParam Fresh fresh) {
    Parameters parameters = new Parameters();
    var select =
        Select.of(
                ReadModel.REPRESENTATION + ", api_count, " + NodeHealths.COLUMN, "read.upstream u")
            .where("id = ?", parameters.text("id", id, UpstreamId::new))
            .where("name = ?", parameters.text("name", name, Name::new))
            .where("vpc_id = ?", parameters.text("vpc_id", vpcId, VpcId::new))
            .orderBy("created_at, id");
    Page page = parameters.page(paging);
    Freshness freshness = parameters.freshness(fresh);
    parameters.end();
    return readModel.list(select, page, freshness, UpstreamLists::upstream);
  }

  @GET
  @Path("/{id}/apis")
  public Uni<Response> apis(
      @PathParam("id") String id, @BeanParam Paging paging, @BeanParam Fresh fresh) {
    UpstreamId upstreamId = PathIds.read(id, UpstreamId::new);
    Parameters parameters = new Parameters();
    Page page = parameters.page(paging);
    Freshness freshness = parameters.freshness(fresh);
    parameters.end();
    var select =
        Select.of(
                "api_id, api_name, service_id, service_name, bound_at, drafted, environments",
                "read.associated_api")
            .where("upstream_id = ?", upstreamId.value())
            .orderBy("bound_at, api_id");
    return reads
        .image(fresh)
        .chain(
            image -> {
              if (!image.upstreams().containsKey(upstreamId)) {
                throw ProblemException.notFound("there is no " + upstreamId);
              }
              return readModel.list(select, page, freshness, UpstreamLists::associatedApi);
            });
  }

  @GET
  @Path("/{id}/health")
  public Uni<Response> health(
      @PathParam("id") String id, @BeanParam Paging paging, @BeanParam Fresh fresh) {
    UpstreamId upstreamId = PathIds.read(id, UpstreamId::new);
    Parameters parameters = new Parameters();
    Page page = parameters.page(paging);
    Freshness freshness = parameters.freshness(fresh);
    parameters.end();
    return reads
        .image(fresh)
        .chain(
            image -> {
              Upstream upstream = image.upstreams().get(upstreamId);
              if (upstream == null) {
                throw ProblemException.notFound("there is no " + upstreamId);
              }
              return readModel.list(
                  NodeHealthView.select(upstream), page, freshness, NodeHealthView::of);
            });
  }

  private static ObjectNode upstream(Row row) {
    ObjectNode upstream =
        ReadModel.representation(row).put("associatedApis", row.getInteger("api_count"));
    NodeHealths.show(upstream, row);
    return upstream;
  }

  private static AssociatedApiView associatedApi(Row row) {
    return new AssociatedApiView(
        row.getString("api_id"),
        row.getString("api_name"),
        row.getString("service_id"),
        row.getString("service_name"),
        row.getOffsetDateTime("bound_at").toInstant().toString(),
        row.getBoolean("drafted"),
        List.of(row.getArrayOfStrings("environments")));
  }
}
