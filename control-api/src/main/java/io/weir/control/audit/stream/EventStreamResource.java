package io.weir.control.audit.stream;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.Violation;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.read.ReadView;
import io.weir.guard.access.Caller;
import io.weir.guard.access.Standing;
import io.weir.rest.Fresh;
import io.weir.rest.Freshness;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /v1/events/stream}: what happens, as server-sent events (HTML, section 9.2). */
@Path("/v1/events/stream")
public class EventStreamResource {
  private static final long WAIT_MILLIS = 5_000;

  private final Feed feed;
  private final Places places;
  private final PageReads pages;
  private final Pool pool;
  private final Reads reads;
  private final ReadModel readModel;
  private final Standing standing;
  private final CurrentVertxRequest current;

  EventStreamResource(
      Feed feed,
      Places places,
      PageReads pages,
      Pool pool,
      Reads reads,
      ReadModel readModel,
      Standing standing,
      CurrentVertxRequest current) {
    this.feed = feed;
    this.places = places;
    this.pages = pages;
    this.pool = pool;
    this.reads = reads;
    this.readModel = readModel;
    this.standing = standing;
    this.current = current;
  }

  /** Streams events after a position, without an end. */
  @GET
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> stream(
      @QueryParam("after_position") @Nullable String afterPosition,
      @QueryParam("after_hash") @Nullable String afterHash,
      @QueryParam("subject") @Nullable String subject,
      @QueryParam("type") @Nullable String type,
      @QueryParam("actor") @Nullable String actor,
      @Context UriInfo request,
      @Context HttpHeaders headers,
      @Context Sse sse) {
    StreamRequest asked = StreamRequest.read(request.getQueryParameters(), headers);
    // before the answer begins: once it has, there is no way to say what is wrong
    long position =
        reads.image(new Fresh()).chain(image -> begin(asked, image)).await().indefinitely();
    RoutingContext asking = current.getCurrent();
    places.take(Caller.of(asking)).untilEnd(asking);
    return new EventStream(
            feed, pages, pool, sse, () -> standing.holds(asking), asked.filters(), position)
        .events();
  }

  /** Where to begin; a position that does not exist would be waited for in vain. */
  private Uni<Long> begin(StreamRequest asked, GatewayImage image) {
    Long after = asked.after();
    if (after == null) {
      return Uni.createFrom().item(image.position());
    }
    if (after > image.position()) {
      throw wrong(
          asked
              .place()
              .complaint("is not in this ledger, whose last event is " + image.position()));
    }
    var hash = asked.hash();
    if (hash == null) {
      return Uni.createFrom().item(after);
    }
    return readModel
        .reached(new Freshness(after, WAIT_MILLIS))
        .chain(
            () ->
                readModel.first(
                    "select 1 from " + ReadView.EVENT + " where position = $1 and hash = $2",
                    List.of(after, hash.hex())))
        .map(
            found -> {
              if (found.isEmpty()) {
                throw wrong(
                    Violation.parameter(
                        "after_hash", "is not that of event " + after + " of this ledger"));
              }
              return after;
            });
  }

  private static InvalidContentException wrong(Violation violation) {
    return new InvalidContentException(List.of(violation));
  }
}
