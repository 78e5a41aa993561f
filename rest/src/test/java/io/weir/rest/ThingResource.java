package io.weir.rest;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Name;
import io.weir.ledger.LedgerBusyException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** A resource as the services have them, without a ledger behind it. */
@Path("/v1/things")
public class ThingResource {
  private final ReadModel readModel;

  ThingResource(ReadModel readModel) {
    this.readModel = readModel;
  }

  /** What a thing is. */
  public record Thing(Name name, Description description) {
    static Thing read(Fields fields) {
      var name = fields.text("name", Name::new).required();
      var description = fields.text("description", Description::new).or(Description.NONE);
      return fields.build(() -> new Thing(name.get(), description.get()));
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> create(Body body) {
    Thing thing = body.read(Thing::read);
    boolean onEventLoop = Thread.currentThread().getName().startsWith("vert.x-eventloop");
    return Uni.createFrom()
        .item(Response.status(201).entity(thing.name().value() + " " + onEventLoop).build());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, Body.MERGE_PATCH})
  public Response patch(@PathParam("id") String id, Body body) {
    Thing changed =
        body.mergePatch().apply(new Thing(new Name(id), new Description("as it was")), Thing::read);
    return Answers.read(changed, 1);
  }

  @GET
  @Path("/{id}")
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") List<String> ifNoneMatch) {
    return switch (id) {
      case "busy" -> throw new LedgerBusyException("full");
      case "broken" -> throw new IllegalStateException("secret of the server");
      case "gone" -> throw ProblemException.notFound("no thing gone");
      default -> Answers.read(new Thing(new Name(id), Description.NONE), 3, 42, ifNoneMatch);
    };
  }

  @GET
  public Uni<Response> list(
      @QueryParam("name") String name, @BeanParam Paging paging, @BeanParam Fresh fresh) {
    Parameters parameters = new Parameters();
    Name named = parameters.value("name", name, Name::new);
    Page page = parameters.page(paging);
    Freshness freshness = parameters.freshness(fresh);
    parameters.end();
    return readModel.list(
        Select.of("name, document::text as document", "read.thing")
            .where("name = ?", named == null ? null : named.value())
            .orderBy("name"),
        page,
        freshness,
        row -> ReadModel.json(row, "document"));
  }
}
