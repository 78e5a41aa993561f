package io.weir.dataplane.forward;

import io.weir.dataplane.route.Route;
import java.time.Instant;

/**
 * One finished request as a line of JSON: what was asked, by which route and position of the ledger
 * it was served, every attempt in order, and why it failed if it did. Times in microseconds.
 */
final class AccessRecord {
  private AccessRecord() {}

  static String of(Exchange exchange, Instant at) {
    JsonLine line = new JsonLine();
    RequestTarget target = exchange.target();
    Route route = exchange.route();
    Failure failure = exchange.failure();
    line.text("at", at.toString())
        .text("requestId", exchange.requestId())
        .text("client", exchange.client().peer().address())
        .text("method", exchange.head().method());
    if (target == null) {
      line.text("uri", exchange.head().target());
    } else {
      line.text("host", target.host()).text("path", target.path());
    }
    line.number("status", exchange.status());
    if (failure != null) {
      line.text("failure", failure.name());
    }
    line.number("position", exchange.position());
    if (route != null) {
      line.text("service", route.serviceId().value())
          .text("environment", route.environment().value())
          .text("api", route.apiId().value())
          .text("upstream", route.upstreamId().value());
    }
    line.number("received", exchange.bytesReceived())
        .number("sent", exchange.bytesSent())
        .number("micros", exchange.totalMicros());
    line.beginArray("attempts");
    for (Attempt attempt : exchange.attempts()) {
      line.beginObject()
          .text("node", attempt.node().authority())
          .text("result", attempt.result().text())
          .number("status", attempt.status())
          .bool("reused", attempt.reused())
          .number("connect", attempt.connectMicros())
          .number("firstByte", attempt.firstByteMicros())
          .number("micros", attempt.totalMicros())
          .endObject();
    }
    return line.endArray().end();
  }
}
