package io.weir.control.traffic.request;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.weir.contracts.codec.Json;
import io.weir.control.traffic.RouteQuery;
import io.weir.rest.Parameters;
import io.weir.rest.ProblemException;
import io.weir.rest.list.NextPage;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /v1/requests}: the requests of the last hour that were kept, newest first. */
@Path("/v1/requests")
public class RequestResource {
  private static final int MOST = 200;
  private static final int USUAL = 50;

  private final KeptRequests requests;
  private final RouteEvents events;

  RequestResource(KeptRequests requests, RouteEvents events) {
    this.requests = requests;
    this.events = events;
  }

  /** A page. */
  @GET
  public Uni<Response> list(
      @Context UriInfo request,
      @BeanParam RouteQuery route,
      @BeanParam RequestQuery query,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable String after) {
    Parameters parameters = new Parameters();
    RequestFilter filter = query.read(parameters, route.read(parameters));
    int most = (int) parameters.number("limit", RouteQuery.given(request, "limit"), 1, MOST, USUAL);
    String question = filter.toString();
    Place place =
        parameters.value(
            "after", RouteQuery.given(request, "after"), text -> Place.read(text, question));
    parameters.end();
    return Uni.createFrom()
        .item(() -> page(request, filter, place, most))
        // it looks at all there are: no work for an event loop
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private Response page(UriInfo request, RequestFilter filter, @Nullable Place place, int most) {
    List<KeptRequest> found = new ArrayList<>();
    for (KeptRequest one : requests.after(place, Instant.now()).values()) {
      if (filter.takes(one)) {
        found.add(one);
        if (found.size() > most) {
          break;
        }
      }
    }
    boolean more = found.size() > most;
    ObjectNode page = Json.MAPPER.createObjectNode();
    ArrayNode items = page.putArray("items");
    found.stream().limit(most).map(KeptRequest::tree).forEach(items::add);
    if (!more) {
      return Response.ok(page.toString(), MediaType.APPLICATION_JSON).build();
    }
    String next = found.get(most - 1).place().cursor(filter.toString());
    return Response.ok(page.put("next", next).toString(), MediaType.APPLICATION_JSON)
        .header(HttpHeaders.LINK, NextPage.link(request, next))
        .build();
  }

  /** One of them, and what made the route that it took. */
  @GET
  @Path("/{requestId}")
  public Uni<Response> get(@PathParam("requestId") String requestId) {
    KeptRequest found =
        requests
            .find(requestId, Instant.now())
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "no request %s is kept: replicas tell of a sample, of which the last hour is"
                                .formatted(requestId)
                            + " kept"));
    return events
        .of(found)
        .map(made -> Response.ok(made.toString(), MediaType.APPLICATION_JSON).build());
  }
}
