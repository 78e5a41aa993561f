package io.weir.control.traffic.request;

import io.weir.control.traffic.RouteFilter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are asked for: null is any.
 *
 * @param node that one of the attempts went to
 * @param status three digits, or the first and {@code xx}
 * @param since the first moment at which they were over
 * @param until the first moment after that
 */
record RequestFilter(
    RouteFilter route,
    @Nullable String requestId,
    @Nullable String node,
    @Nullable String status,
    @Nullable String failure,
    @Nullable String method,
    long minMicros,
    @Nullable Instant since,
    @Nullable Instant until) {
  boolean takes(KeptRequest request) {
    return route.hasReplica(request.place().replicaId())
        && route.hasRoute(
            request.serviceId(), request.environment(), request.apiId(), request.upstreamId())
        && (requestId == null || requestId.equals(request.place().requestId()))
        && (node == null || request.nodes().contains(node))
        && (status == null || hasStatus(status, request.status()))
        && (failure == null || failure.equals(request.failure()))
        && (method == null || method.equals(request.method()))
        && request.micros() >= minMicros
        && (since == null || !request.place().at().isBefore(since))
        && (until == null || request.place().at().isBefore(until));
  }

  private static boolean hasStatus(String asked, int status) {
    return asked.endsWith("xx")
        ? status / 100 == asked.charAt(0) - '0'
        : asked.equals(Integer.toString(status));
  }
}
