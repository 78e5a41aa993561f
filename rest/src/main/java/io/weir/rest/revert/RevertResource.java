package io.weir.rest.revert;

import io.smallrye.mutiny.Uni;
import io.weir.ledger.PastEvent;
import io.weir.rest.EntityTags;
import io.weir.rest.PathIds;
import io.weir.rest.Problem;
import io.weir.rest.ProblemCode;
import io.weir.rest.ProblemException;
import io.weir.rest.Reads;
import io.weir.rest.history.Events;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/**
 * {@code /v1/events/{position}/revert}: puts back what an event changed, by a change that goes
 * forward. A subclass has the path, and knows what events of which kinds come to.
 */
public abstract class RevertResource {
  private final Reads reads;

  protected RevertResource(Reads reads) {
    this.reads = reads;
  }

  /**
   * Puts back what an event changed.
   *
   * @throws ProblemException if that cannot be, or is not this service's
   */
  protected abstract Uni<Response> revert(PastEvent event, EntityTags tags);

  /** Reverts an event. */
  @POST
  public Uni<Response> revert(@PathParam("position") String position, @BeanParam EntityTags tags) {
    return reads
        .event(PathIds.read(position, text -> Events.position(text, 1)))
        .chain(event -> revert(event, tags));
  }

  /** 409: what the event says cannot be put back. */
  protected static ProblemException notRevertible(PastEvent event, String why) {
    return new ProblemException(
        Problem.of(
            ProblemCode.NOT_REVERTIBLE,
            "%s at position %d: %s"
                .formatted(
                    event.recorded().envelope().type(),
                    event.recorded().envelope().position(),
                    why)));
  }
}
