package io.weir.dataplane.forward;

import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.Version;
import io.weir.dataplane.route.Route;
import io.weir.dataplane.trace.RequestTrace;
import io.weir.dataplane.trace.RequestTrace.AttemptEnd;
import io.weir.dataplane.trace.RequestTrace.RequestEnd;
import io.weir.dataplane.trace.RequestTrace.Served;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a trace what became of its request. */
final class TraceRecord {
  private TraceRecord() {}

  static void end(RequestTrace trace, Exchange exchange) {
    Destination destination = exchange.destination();
    String sent = destination == null ? exchange.head().method() : destination.method();
    List<Attempt> attempts = exchange.attempts();
    for (int i = 0; i < attempts.size(); i++) {
      trace.attemptEnded(i, end(attempts.get(i), sent));
    }
    trace.ended(end(exchange));
  }

  private static AttemptEnd end(Attempt attempt, String method) {
    AttemptResult result = attempt.result();
    return new AttemptEnd(
        attempt.node().address(),
        attempt.node().port(),
        method,
        attempt.status(),
        result.text(),
        result == AttemptResult.ANSWERED ? null : result.text(),
        attempt.reused(),
        attempt.startedAt() + 1_000 * attempt.totalMicros());
  }

  private static RequestEnd end(Exchange exchange) {
    RequestHead head = exchange.head();
    RequestTarget target = exchange.target();
    Failure failure = exchange.failure();
    boolean left = failure == null && Flag.CLIENT_LEFT.isIn(Flag.of(exchange));
    return new RequestEnd(
        exchange.requestId(),
        exchange.client().peer().address(),
        exchange.client().peer().scheme(),
        version(head.version()),
        head.method(),
        target == null ? null : target.host(),
        target == null ? null : target.path(),
        exchange.status(),
        failure != null ? failure.name() : left ? Flag.CLIENT_LEFT.name() : null,
        exchange.position(),
        served(exchange.route()));
  }

  private static String version(Version version) {
    return switch (version) {
      case HTTP_1_0 -> "1.0";
      case HTTP_1_1 -> "1.1";
      case HTTP_2 -> "2";
    };
  }

  private static @Nullable Served served(@Nullable Route route) {
    return route == null
        ? null
        : new Served(
            route.frontEndPath(),
            route.serviceId().value(),
            route.environment().value(),
            route.apiId().value(),
            route.upstreamId().value());
  }
}
