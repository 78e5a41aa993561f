package io.weir.dataplane.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.weir.dataplane.http.ClientStream;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.http.Version;
import io.weir.dataplane.rewrite.DateField;
import java.nio.charset.StandardCharsets;

/**
 * What a client reads when the gateway answers itself: JSON that names the reason and the request,
 * or, if it made a gRPC call, the status of the call.
 */
final class FailureBody {
  private static final int OK = 200;

  private FailureBody() {}

  /** The status of the answer to a request. */
  static int status(Failure failure, RequestHead asked) {
    return GrpcStatus.isSpoken(asked.headers()) ? OK : failure.status();
  }

  /** Sends it, with the headers given. */
  static void send(
      Failure failure, String requestId, Headers headers, DateField date, ClientStream client) {
    date.addTo(headers);
    if (GrpcStatus.isSpoken(client.head().headers())) {
      sendGrpc(failure, headers, client);
    } else {
      sendJson(failure, requestId, headers, client);
    }
  }

  private static void sendJson(
      Failure failure, String requestId, Headers headers, ClientStream client) {
    // neither the constants nor a request id hold anything that JSON would escape
    ByteBuf body =
        Unpooled.copiedBuffer(
            "{\"code\":\"%s\",\"message\":\"%s\",\"requestId\":\"%s\"}"
                .formatted(failure.name(), failure.message(), requestId),
            StandardCharsets.US_ASCII);
    if (failure == Failure.METHOD_NOT_SUPPORTED) {
      headers.add(HeaderName.ALLOW, Methods.ALLOWED);
    }
    headers.add(HeaderName.CONTENT_TYPE, "application/json");
    headers.add(HeaderName.CONTENT_LENGTH, body.readableBytes());
    client.sendHead(
        new ResponseHead(Version.HTTP_1_1, failure.status(), null, headers, body.readableBytes()),
        false);
    client.sendData(body, true);
  }

  /**
   * Trailers only (grpc/grpc, doc/PROTOCOL-HTTP2.md): a head with the status of the call, and
   * nothing behind it. The messages need no escape.
   */
  private static void sendGrpc(Failure failure, Headers headers, ClientStream client) {
    headers.add(
        HeaderName.CONTENT_TYPE,
        String.valueOf(client.head().headers().get(HeaderName.CONTENT_TYPE)));
    headers.add(HeaderName.GRPC_STATUS, GrpcStatus.of(failure));
    headers.add(HeaderName.GRPC_MESSAGE, failure.name() + ": " + failure.message());
    client.sendHead(new ResponseHead(Version.HTTP_1_1, OK, null, headers, 0), true);
  }
}
