package io.weir.dataplane.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.weir.dataplane.http.Headers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The trace of one request: a SERVER span, and a CLIENT span for each attempt at a node. One event
 * loop.
 */
public final class RequestTrace {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

  private final Tracer tracer;
  private final Span server;
  private final Context context;
  private final long nanoBase = System.nanoTime();
  private final long epochBase = epochNanos();
  private final List<Span> attempts = new ArrayList<>(1);

  RequestTrace(Tracer tracer, Context parent) {
    this.tracer = tracer;
    server =
        tracer
            .spanBuilder("HTTP")
            .setParent(parent)
            .setSpanKind(SpanKind.SERVER)
            .setStartTimestamp(epochBase, TimeUnit.NANOSECONDS)
            .startSpan();
    context = parent.with(server);
  }

  private static long epochNanos() {
    Instant now = Instant.now();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }

  private long now() {
    return epochBase + System.nanoTime() - nanoBase;
  }

  /** The id of the trace, 32 hexadecimal digits. */
  public String id() {
    return server.getSpanContext().getTraceId();
  }

  /** A further attempt begins. */
  public void attemptBegan() {
    attempts.add(
        tracer
            .spanBuilder("HTTP")
            .setParent(context)
            .setSpanKind(SpanKind.CLIENT)
            .setStartTimestamp(now(), TimeUnit.NANOSECONDS)
            .startSpan());
  }

  /** Tells the node of the current attempt which span calls it; no other may be told already. */
  public void propagate(Headers headers) {
    Span span = attempts.isEmpty() ? server : attempts.getLast();
    W3CTraceContextPropagator.getInstance()
        .inject(context.with(span), headers, HeaderCarrier.INSTANCE);
  }

  /**
   * What became of an attempt.
   *
   * @param host the node's address
   * @param status 0 if there was no answer
   * @param error what went wrong in one word, or null
   * @param endedAt a {@link System#nanoTime()}
   */
  public record AttemptEnd(
      String host,
      int port,
      String method,
      int status,
      String result,
      @Nullable String error,
      boolean reused,
      long endedAt) {}

  /** Ends the span of an attempt, 0 the first. */
  public void attemptEnded(int index, AttemptEnd end) {
    Span span = attempts.get(index);
    method(span, end.method());
    span.updateName(METHODS.contains(end.method()) ? end.method() : "HTTP");
    span.setAttribute(SpanNames.SERVER_ADDRESS, end.host());
    span.setAttribute(SpanNames.SERVER_PORT, (long) end.port());
    span.setAttribute(SpanNames.RESULT, end.result());
    span.setAttribute(SpanNames.REUSED, end.reused());
    if (index > 0) {
      span.setAttribute(SpanNames.RESEND_COUNT, (long) index);
    }
    if (end.status() > 0) {
      span.setAttribute(SpanNames.STATUS, (long) end.status());
    }
    String error = end.error();
    if (error != null || end.status() >= 400) {
      span.setAttribute(SpanNames.ERROR, error == null ? Integer.toString(end.status()) : error);
      span.setStatus(StatusCode.ERROR);
    }
    span.end(epochBase + end.endedAt() - nanoBase, TimeUnit.NANOSECONDS);
  }

  /**
   * What was asked and answered.
   *
   * @param host as the client wrote it, or null
   * @param path without query, or null if it was malformed
   * @param error why the gateway failed the request in one word, or null
   */
  public record RequestEnd(
      String requestId,
      String client,
      String scheme,
      String version,
      String method,
      @Nullable String host,
      @Nullable String path,
      int status,
      @Nullable String error,
      long position,
      @Nullable Served by) {}

  /**
   * The route a request took.
   *
   * @param route the path of the API as its definition says it
   */
  public record Served(
      String route, String service, String environment, String api, String upstream) {}

  /** Ends the whole. */
  public void ended(RequestEnd end) {
    method(server, end.method());
    String name = METHODS.contains(end.method()) ? end.method() : "HTTP";
    server.setAttribute(SpanNames.SCHEME, end.scheme());
    server.setAttribute(SpanNames.VERSION, end.version());
    server.setAttribute(SpanNames.CLIENT_ADDRESS, end.client());
    server.setAttribute(SpanNames.STATUS, (long) end.status());
    server.setAttribute(SpanNames.REQUEST_ID, end.requestId());
    server.setAttribute(SpanNames.POSITION, end.position());
    if (end.host() != null) {
      server.setAttribute(SpanNames.SERVER_ADDRESS, end.host());
    }
    if (end.path() != null) {
      server.setAttribute(SpanNames.PATH, end.path());
    }
    Served by = end.by();
    if (by != null) {
      server.updateName(name + " " + by.route());
      server.setAttribute(SpanNames.ROUTE, by.route());
      server.setAttribute(SpanNames.SERVICE, by.service());
      server.setAttribute(SpanNames.ENVIRONMENT, by.environment());
      server.setAttribute(SpanNames.API, by.api());
      server.setAttribute(SpanNames.UPSTREAM, by.upstream());
    } else {
      server.updateName(name);
    }
    if (end.error() != null || end.status() >= 500) {
      String error = end.error() == null ? Integer.toString(end.status()) : end.error();
      server.setAttribute(SpanNames.ERROR, error);
      if (end.status() >= 500) {
        server.setStatus(StatusCode.ERROR);
      }
    }
    server.end(now(), TimeUnit.NANOSECONDS);
  }

  private static void method(Span span, String method) {
    if (METHODS.contains(method)) {
      span.setAttribute(SpanNames.METHOD, method);
    } else {
      span.setAttribute(SpanNames.METHOD, "_OTHER");
      span.setAttribute(SpanNames.METHOD_ORIGINAL, method);
    }
  }
}
