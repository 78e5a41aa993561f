package io.weir.rest;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.Violation;
import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Ledger;
import io.weir.ledger.Moment;
import io.weir.ledger.NoSuchMomentException;
import io.weir.ledger.PastEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Reads of single objects, made from the ledger itself: they know of every write that was answered
 * before, or look at the moment that {@code at} says.
 */
@ApplicationScoped
public class Reads {
  /** When the event at {@link Answers#POSITION} was recorded; of answers about the past. */
  static final String EVENT_TIME = "Weir-Event-Time";

  private final Ledger ledger;
  private final CurrentVertxRequest request;

  Reads(Ledger ledger, CurrentVertxRequest request) {
    this.ledger = ledger;
    this.request = request;
  }

  /**
   * The configuration as it is, at least at the position the caller asks for; or as it was at the
   * moment the caller asks for.
   *
   * @return fails with 400 if there is no such moment
   */
  public Uni<GatewayImage> image(Fresh fresh) {
    Parameters parameters = new Parameters();
    Freshness freshness = parameters.freshness(fresh);
    At at = parameters.at(fresh);
    parameters.end();
    return at == null
        ? ledger.image().invoke(image -> freshness.check(image.position()))
        : moment(at)
            .onFailure(NoSuchMomentException.class)
            .transform(e -> new InvalidContentException(List.of(noMoment(e))))
            .chain(moment -> image(moment));
  }

  /**
   * Looks up the moment that a request asks for, and names its event in the answer; fails with
   * {@link NoSuchMomentException}.
   */
  public Uni<Moment> moment(At at) {
    RoutingContext answering = request.getCurrent();
    return find(at)
        .invoke(
            moment -> {
              Instant recorded = moment.recordedAt();
              if (recorded != null && answering != null) {
                answering.response().putHeader(EVENT_TIME, recorded.toString());
              }
            });
  }

  /** Looks up a moment; fails with {@link NoSuchMomentException}. */
  public Uni<Moment> find(At at) {
    return switch (at) {
      case At.OfPosition(long position) -> ledger.moment(position);
      case At.OfTime(Instant time) -> ledger.moment(time);
    };
  }

  /** The configuration as it was at a moment that was looked up. */
  public Uni<GatewayImage> image(Moment moment) {
    return ledger.image(moment);
  }

  /** An event, and what it changed; fails with 404 if there is none. */
  public Uni<PastEvent> event(long position) {
    return ledger
        .event(position)
        .onFailure(NoSuchMomentException.class)
        .transform(e -> ProblemException.notFound(String.valueOf(e.getMessage())));
  }

  /** What is wrong with an {@code at} that is well said. */
  public static Violation noMoment(Throwable e) {
    return Violation.parameter("at", String.valueOf(e.getMessage()));
  }
}
