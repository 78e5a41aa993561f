package io.weir.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.Fields;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Name;
import io.weir.ledger.LedgerBusyException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A resource as the services have them, without a ledger behind it. */
@Path("/v1/things")
public class ThingResource {
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
    Thing current = new Thing(new Name(id), new Description("as it was"));
    var patched = body.mergePatch().apply(Json.MAPPER.<ObjectNode>valueToTree(current));
    return Answers.read(Fields.read(patched, Thing::read), 1);
  }

  @GET
  @Path("/{id}")
  public Response get(@PathParam("id") String id, @BeanParam KnownTags known) {
    return switch (id) {
      case "busy" -> throw new LedgerBusyException("full");
      case "broken" -> throw new IllegalStateException("secret of the server");
      case "gone" -> throw ProblemException.notFound("no thing gone");
      default ->
          Answers.read(new Thing(new Name(id), Description.NONE), EntityTags.tag(3), 42, known);
    };
  }
}
