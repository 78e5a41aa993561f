package io.weir.control.traffic;

import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.rest.Parameters;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The query parameters that say of which requests something is asked, for {@code @BeanParam}. */
public final class RouteQuery {
  @QueryParam("service_id")
  @Nullable String service;

  @QueryParam("environment")
  @Nullable String environment;

  @QueryParam("api_id")
  @Nullable String api;

  @QueryParam("upstream_id")
  @Nullable String upstream;

  @QueryParam("replica_id")
  @Nullable String replica;

  @Context @Nullable UriInfo request;

  /** Reads them. */
  public RouteFilter read(Parameters parameters) {
    return new RouteFilter(
        value(parameters, "service_id", ServiceId::new),
        value(parameters, "environment", Environment::of),
        value(parameters, "api_id", ApiId::new),
        value(parameters, "upstream_id", UpstreamId::new),
        value(parameters, "replica_id", Parameters::words));
  }

  private @Nullable String value(Parameters parameters, String name, Function<String, ?> type) {
    String text = given(request, name);
    return parameters.value(name, text, type) == null ? null : text;
  }

  /** What is given; an empty text counts, though the server's own reader leaves it out. */
  public static @Nullable String given(@Nullable UriInfo request, String name) {
    return request == null ? null : request.getQueryParameters().getFirst(name);
  }
}
