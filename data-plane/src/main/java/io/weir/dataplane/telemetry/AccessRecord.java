package io.weir.dataplane.telemetry;

import io.weir.dataplane.accesslog.JsonLines;
import io.weir.dataplane.accesslog.JsonLines.Key;
import io.weir.dataplane.exchange.Attempt;
import io.weir.dataplane.exchange.Destination;
import io.weir.dataplane.exchange.Failure;
import io.weir.dataplane.exchange.Finished;
import io.weir.dataplane.exchange.Flag;
import io.weir.dataplane.exchange.RequestTarget;
import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.route.Route;
import io.weir.dataplane.trace.RequestTrace;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One finished request as a line of JSON: what was asked, by which route and position of the ledger
 * it was served, every attempt in order, and why it failed if it did. Times in microseconds. One
 * event loop.
 */
final class AccessRecord {
  private static final Key REQUEST_ID = new Key("requestId");
  private static final Key TRACE_ID = new Key("traceId");
  private static final Key CLIENT = new Key("client");
  private static final Key VERSION = new Key("version");
  private static final Key TLS = new Key("tls");
  private static final Key METHOD = new Key("method");
  private static final Key URI = new Key("uri");
  private static final Key HOST = new Key("host");
  private static final Key PATH = new Key("path");
  private static final Key QUERY = new Key("query");
  private static final Key USER_AGENT = new Key("userAgent");
  private static final Key STATUS = new Key("status");
  private static final Key FAILURE = new Key("failure");
  private static final Key FLAGS = new Key("flags");
  private static final Key POSITION = new Key("position");
  private static final Key SERVICE = new Key("service");
  private static final Key ENVIRONMENT = new Key("environment");
  private static final Key API = new Key("api");
  private static final byte[] API_PREFIX = "api-".getBytes(StandardCharsets.US_ASCII);
  private static final Key UPSTREAM = new Key("upstream");
  private static final byte[] UPSTREAM_PREFIX = "upstream-".getBytes(StandardCharsets.US_ASCII);
  private static final Key RECEIVED = new Key("received");
  private static final Key SENT = new Key("sent");
  private static final Key MICROS = new Key("micros");
  private static final Key ATTEMPTS = new Key("attempts");
  private static final Key NODE = new Key("node");
  private static final Key RESULT = new Key("result");
  private static final Key REASON = new Key("reason");
  private static final Key REUSED = new Key("reused");
  private static final Key START = new Key("start");
  private static final Key CONNECT = new Key("connect");
  private static final Key FIRST_BYTE = new Key("firstByte");
  private static final Flag[] ALL_FLAGS = Flag.values();

  private final boolean withQuery;

  /** Writes records, with queries or without. */
  AccessRecord(boolean withQuery) {
    this.withQuery = withQuery;
  }

  /** Records a finished request on a line that has begun. */
  void write(JsonLines line, Finished request) {
    request(line, request);
    response(line, request);
    List<Attempt> attempts = request.attempts();
    line.beginList(ATTEMPTS);
    for (int i = 0; i < attempts.size(); i++) {
      attempt(line, attempts.get(i), request.arrivedAt());
    }
    line.endList();
  }

  private void request(JsonLines line, Finished request) {
    RequestHead head = request.head();
    ClientPeer peer = request.peer();
    RequestTarget target = request.target();
    line.text(REQUEST_ID, request.requestId());
    RequestTrace trace = request.trace();
    if (trace != null) {
      line.plain(TRACE_ID, trace.id());
    }
    line.plain(CLIENT, peer.address())
        .plain(VERSION, head.version().text())
        .bool(TLS, peer.tls())
        .text(METHOD, head.method());
    if (target != null) {
      line.text(HOST, target.host()).text(PATH, target.path());
      if (withQuery && !target.query().isEmpty()) {
        line.text(QUERY, target.query());
      }
    } else if (withQuery || head.target().indexOf('?') < 0) {
      line.text(URI, head.target());
    } else {
      line.text(URI, head.target().substring(0, head.target().indexOf('?')));
    }
    String agent = request.head().headers().get(HeaderName.USER_AGENT);
    if (agent != null) {
      line.text(USER_AGENT, agent);
    }
  }

  private static void response(JsonLines line, Finished request) {
    Failure failure = request.failure();
    Destination destination = request.destination();
    Route route = destination == null ? null : destination.route();
    line.number(STATUS, request.status());
    if (failure != null) {
      line.plain(FAILURE, failure.name());
    }
    int flags = request.flags();
    if (flags != 0) {
      line.beginList(FLAGS);
      for (Flag flag : ALL_FLAGS) {
        if (flag.isIn(flags)) {
          line.word(flag.name());
        }
      }
      line.endList();
    }
    line.number(POSITION, request.position());
    if (route != null) {
      line.plain(SERVICE, route.serviceId().value())
          .plain(ENVIRONMENT, route.environment().value())
          .id(API, API_PREFIX, route.apiKey())
          .id(UPSTREAM, UPSTREAM_PREFIX, route.upstreamKey());
    }
    line.number(RECEIVED, request.bytesReceived())
        .number(SENT, request.bytesSent())
        .number(MICROS, request.totalMicros());
  }

  private static void attempt(JsonLines line, Attempt attempt, long arrivedAt) {
    line.beginObject()
        .plain(NODE, attempt.node().authority())
        .plain(RESULT, attempt.result().text())
        .number(STATUS, attempt.status())
        .bool(REUSED, attempt.reused())
        .number(START, (attempt.timeline().startedAt() - arrivedAt) / 1_000)
        .number(CONNECT, attempt.timeline().connectMicros())
        .number(FIRST_BYTE, attempt.timeline().firstByteMicros())
        .number(MICROS, attempt.timeline().totalMicros());
    String reason = attempt.reason();
    if (reason != null) {
      line.text(REASON, reason);
    }
    line.endObject();
  }
}
