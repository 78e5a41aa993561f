package io.weir.dataplane.forward;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/**
 * Passes a node's response on to the client as it comes, no faster than the client takes it. One
 * event loop.
 */
final class ResponseRelay {
  private static final CharSequence VIA = HttpHeaders.createOptimized("via");
  private static final long UNKNOWN = -1;

  private final Exchange exchange;
  private final HttpClientResponse from;
  private final HttpServerResponse to;
  private long contentLength = UNKNOWN;
  private long relayed;

  ResponseRelay(Exchange exchange, HttpClientResponse from, HttpServerResponse to) {
    this.exchange = exchange;
    this.from = from;
    this.to = to;
  }

  void start() {
    relayHead();
    from.handler(this::relay)
        .endHandler(_ -> ended())
        .exceptionHandler(_ -> exchange.responseBroke());
    if (hasBody()) {
      // a body that came along goes out with the head; one that takes its time does not hold it
      // back
      exchange.soon(this::sendHead);
    }
  }

  private void sendHead() {
    if (!to.headWritten() && !to.ended() && !to.closed()) {
      to.writeHead();
    }
  }

  private void relayHead() {
    to.setStatusCode(from.statusCode());
    String message = from.statusMessage();
    if (!message.equals(to.getStatusMessage())) {
      to.setStatusMessage(message);
    }
    MultiMap headers = to.headers();
    Hops.copy(from.headers(), headers);
    headers.add(VIA, Hops.VIA);
    exchange.sign(to);
    int status = from.statusCode();
    if (status == 204 || status == 304 && !headers.contains(HttpHeaders.CONTENT_LENGTH)) {
      // Vert.x would add a length of zero, which is wrong for both (RFC 9110, 8.6)
      to.headersEndHandler(_ -> headers.remove(HttpHeaders.CONTENT_LENGTH));
    }
    if (!hasBody()) {
      return;
    }
    String length = headers.get(HttpHeaders.CONTENT_LENGTH);
    if (length != null) {
      contentLength = Long.parseLong(length);
    } else if (exchange.clientVersion() != HttpVersion.HTTP_1_0) {
      to.setChunked(true);
    }
  }

  private boolean hasBody() {
    int status = from.statusCode();
    return exchange.clientMethod() != HttpMethod.HEAD && status != 204 && status != 304;
  }

  private void relay(Buffer chunk) {
    exchange.progressed();
    if (!hasBody()) {
      // the client asked with HEAD, the node was asked with the API's own method
      return;
    }
    relayed += chunk.length();
    if (relayed == contentLength) {
      // the last piece and the end of the message in one write
      to.end(chunk);
      return;
    }
    to.write(chunk);
    if (to.writeQueueFull()) {
      from.pause();
      to.drainHandler(_ -> from.resume());
    }
  }

  private void ended() {
    if (!to.ended()) {
      MultiMap trailers = from.trailers();
      if (to.isChunked() && !trailers.isEmpty()) {
        to.trailers().addAll(trailers);
      }
      var sent = to.end();
      if (contentLength == UNKNOWN && exchange.clientVersion() == HttpVersion.HTTP_1_0) {
        // such a client knows the end of a body by its length or by the end of the connection
        sent.onComplete(_ -> exchange.request().connection().close());
      }
    }
    exchange.responseEnded(from, relayed);
  }
}
