package io.weir.control.traffic.request;

import io.weir.contracts.content.Violation;
import io.weir.contracts.value.InvalidValueException;
import io.weir.control.traffic.RouteFilter;
import io.weir.control.traffic.RouteQuery;
import io.weir.rest.Parameters;
import io.weir.rest.list.Timestamps;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The query parameters of the list of requests beside those of routes, for {@code @BeanParam}. */
public final class RequestQuery {
  private static final Pattern STATUS = Pattern.compile("[1-5]([0-9]{2}|xx)");

  @QueryParam("request_id")
  @Nullable String requestId;

  @QueryParam("node")
  @Nullable String node;

  @QueryParam("status")
  @Nullable String status;

  @QueryParam("failure")
  @Nullable String failure;

  @QueryParam("method")
  @Nullable String method;

  @QueryParam("min_micros")
  @Nullable String minMicros;

  @QueryParam("since")
  @Nullable String since;

  @QueryParam("until")
  @Nullable String until;

  @Context @Nullable UriInfo request;

  /** Reads them. */
  RequestFilter read(Parameters parameters, RouteFilter route) {
    Instant from = value(parameters, "since", RequestQuery::time);
    Instant to = value(parameters, "until", RequestQuery::time);
    if (from != null && to != null && to.isBefore(from)) {
      parameters.add(Violation.parameter("until", "must not be before since"));
    }
    return new RequestFilter(
        route,
        value(parameters, "request_id", Parameters::words),
        value(parameters, "node", Parameters::words),
        value(parameters, "status", RequestQuery::status),
        value(parameters, "failure", Parameters::words),
        value(parameters, "method", Parameters::words),
        parameters.number("min_micros", given("min_micros"), 0, Long.MAX_VALUE, 0),
        from,
        to);
  }

  private <T> @Nullable T value(Parameters parameters, String name, Function<String, T> type) {
    return parameters.value(name, given(name), type);
  }

  private @Nullable String given(String name) {
    return RouteQuery.given(request, name);
  }

  private static Instant time(String text) {
    return Timestamps.read(text).toInstant();
  }

  private static String status(String text) {
    if (!STATUS.matcher(text).matches()) {
      throw new InvalidValueException("must be a status such as 503, or a class such as 5xx");
    }
    return text;
  }
}
