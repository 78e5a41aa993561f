package io.weir.control.traffic.minute;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.weir.control.traffic.NamedObjects;
import io.weir.control.traffic.RouteFilter;
import io.weir.control.traffic.RouteQuery;
import io.weir.rest.Parameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code /v1/traffic}: how many requests there were in the last hour, and how they went. */
@Path("/v1/traffic")
public class TrafficResource {
  private final TrafficMemory memory;
  private final NamedObjects named;

  TrafficResource(TrafficMemory memory, NamedObjects named) {
    this.memory = memory;
    this.named = named;
  }

  /** Sums of what replicas have told until now. */
  @GET
  public Uni<Response> get(
      @Context UriInfo request,
      @BeanParam RouteQuery route,
      @QueryParam("minutes") @Nullable String minutes) {
    Parameters parameters = new Parameters();
    RouteFilter filter = route.read(parameters);
    String given = RouteQuery.given(request, "minutes");
    int asked =
        (int) parameters.number("minutes", given, 1, TrafficMemory.MINUTES, TrafficMemory.MINUTES);
    parameters.end();
    return named
        .now()
        // it adds up whatever there is: no work for an event loop
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            names -> {
              Instant now = Instant.now();
              Instant first = TrafficMemory.first(now, asked);
              var fold = TrafficFold.of(memory.from(first), filter, first, asked);
              return Response.ok(fold.write(now, names).toString(), MediaType.APPLICATION_JSON)
                  .build();
            });
  }
}
