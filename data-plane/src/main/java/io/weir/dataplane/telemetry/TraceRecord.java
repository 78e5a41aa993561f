package io.weir.dataplane.telemetry;

import io.weir.dataplane.exchange.Attempt;
import io.weir.dataplane.exchange.AttemptResult;
import io.weir.dataplane.exchange.Destination;
import io.weir.dataplane.exchange.Failure;
import io.weir.dataplane.exchange.Finished;
import io.weir.dataplane.exchange.Flag;
import io.weir.dataplane.exchange.RequestTarget;
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

  static void end(RequestTrace trace, Finished request) {
    Destination destination = request.destination();
    String sent = destination == null ? request.head().method() : destination.method();
    List<Attempt> attempts = request.attempts();
    for (int i = 0; i < attempts.size(); i++) {
      trace.attemptEnded(i, end(attempts.get(i), sent));
    }
    trace.ended(end(request));
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
        attempt.timeline().startedAt() + 1_000 * attempt.timeline().totalMicros());
  }

  private static RequestEnd end(Finished request) {
    RequestHead head = request.head();
    RequestTarget target = request.target();
    Failure failure = request.failure();
    boolean left = failure == null && Flag.CLIENT_LEFT.isIn(request.flags());
    return new RequestEnd(
        request.requestId(),
        request.peer().address(),
        request.peer().scheme(),
        version(head.version()),
        head.method(),
        target == null ? null : target.host(),
        target == null ? null : target.path(),
        request.status(),
        failure != null ? failure.name() : left ? Flag.CLIENT_LEFT.name() : null,
        request.position(),
        served(request.destination()));
  }

  private static String version(Version version) {
    return switch (version) {
      case HTTP_1_0 -> "1.0";
      case HTTP_1_1 -> "1.1";
      case HTTP_2 -> "2";
    };
  }

  private static @Nullable Served served(@Nullable Destination destination) {
    if (destination == null) {
      return null;
    }
    Route route = destination.route();
    return new Served(
        route.frontEndPath(),
        route.serviceId().value(),
        route.environment().value(),
        route.apiId().value(),
        route.upstreamId().value());
  }
}
