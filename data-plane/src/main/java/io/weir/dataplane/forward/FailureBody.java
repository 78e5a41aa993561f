package io.weir.dataplane.forward;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.weir.dataplane.http.ClientStream;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.http.Version;
import java.nio.charset.StandardCharsets;

/**
 * What a client reads when the gateway answers itself: JSON that names the reason and the request.
 */
final class FailureBody {
  private FailureBody() {}

  /** Sends it, with the headers given. */
  static void send(Failure failure, String requestId, Headers headers, ClientStream client) {
    // neither the constants nor a request id hold anything that JSON would escape
    ByteBuf body =
        Unpooled.copiedBuffer(
            "{\"code\":\"%s\",\"message\":\"%s\",\"requestId\":\"%s\"}"
                .formatted(failure.name(), failure.message(), requestId),
            StandardCharsets.US_ASCII);
    headers.add(HeaderName.CONTENT_TYPE, "application/json");
    headers.add(HeaderName.CONTENT_LENGTH, body.readableBytes());
    client.sendHead(
        new ResponseHead(Version.HTTP_1_1, failure.status(), null, headers, body.readableBytes()),
        false);
    client.sendData(body, true);
  }
}
