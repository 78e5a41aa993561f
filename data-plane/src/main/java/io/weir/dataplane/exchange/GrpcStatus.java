package io.weir.dataplane.exchange;

import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;

/**
 * What a failure of the gateway is in the words of gRPC. Its clients read the status of the call,
 * not that of HTTP, and repeat a call on UNAVAILABLE, but not one that has taken its time.
 */
final class GrpcStatus {
  private static final String MEDIA_TYPE = "application/grpc";
  private static final int DEADLINE_EXCEEDED = 4;
  private static final int RESOURCE_EXHAUSTED = 8;
  private static final int UNIMPLEMENTED = 12;
  private static final int INTERNAL = 13;
  private static final int UNAVAILABLE = 14;

  private GrpcStatus() {}

  /** Whether a request is a gRPC call, gRPC-Web included. */
  static boolean isSpoken(Headers request) {
    int field = request.find(HeaderName.CONTENT_TYPE);
    return field >= 0 && isGrpc(request.value(field));
  }

  private static boolean isGrpc(String contentType) {
    int end = MEDIA_TYPE.length();
    return contentType.regionMatches(true, 0, MEDIA_TYPE, 0, end)
        && (contentType.length() == end || "+-; \t".indexOf(contentType.charAt(end)) >= 0);
  }

  /** The status code (grpc/grpc, doc/statuscodes.md). */
  static int of(Failure failure) {
    return switch (failure) {
      case NO_ROUTE, METHOD_NOT_SUPPORTED -> UNIMPLEMENTED;
      case CLIENT_STALLED, TIMEOUT, ATTEMPT_TIMEOUT, RESPONSE_STALLED -> DEADLINE_EXCEEDED;
      case BODY_TOO_LARGE, HEADERS_TOO_LARGE, URI_TOO_LONG, OVERLOADED -> RESOURCE_EXHAUSTED;
      case BAD_REQUEST, EXPECTATION_FAILED, VERSION_NOT_SUPPORTED, INTERNAL_ERROR, LOOP_DETECTED ->
          INTERNAL;
      case MISDIRECTED,
          CONNECT_FAILED,
          CONNECTION_BROKEN,
          BAD_RESPONSE,
          RETRY_BUDGET_EXHAUSTED,
          NOT_CONFIGURED,
          VPC_NOT_CONNECTED,
          NO_ELIGIBLE_NODE,
          OUT_OF_RESOURCES ->
          UNAVAILABLE;
    };
  }
}
