package io.weir.dataplane.forward;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * What a client reads when the gateway answers itself: JSON that names the reason and the request.
 */
final class FailureBody {
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

  private FailureBody() {}

  static void send(Failure failure, String requestId, HttpServerResponse response) {
    // neither the constants nor a request id hold anything that JSON would escape
    Buffer body =
        Buffer.buffer(
            "{\"code\":\"%s\",\"message\":\"%s\",\"requestId\":\"%s\"}"
                .formatted(failure.name(), failure.message(), requestId));
    response
        .setStatusCode(failure.status())
        .setStatusMessage(HttpResponseStatus.valueOf(failure.status()).reasonPhrase())
        .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
        .end(body);
  }
}
