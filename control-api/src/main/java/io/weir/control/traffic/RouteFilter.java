package io.weir.control.traffic;

import org.jspecify.annotations.Nullable;

/** Of which requests something is asked: null is any. */
public record RouteFilter(
    @Nullable String serviceId,
    @Nullable String environment,
    @Nullable String apiId,
    @Nullable String upstreamId,
    @Nullable String replicaId) {
  /** Whether a replica is among those asked for. */
  public boolean hasReplica(String id) {
    return fits(replicaId, id);
  }

  /** Whether a route is, whichever replica has it; nulls are of a request that no route took. */
  public boolean hasRoute(
      @Nullable String service,
      @Nullable String environment,
      @Nullable String api,
      @Nullable String upstream) {
    return fits(serviceId, service)
        && fits(this.environment, environment)
        && fits(apiId, api)
        && fits(upstreamId, upstream);
  }

  /** Whether it tells routes apart by more than their upstream. */
  public boolean narrowsRoutes() {
    return serviceId != null || environment != null || apiId != null;
  }

  private static boolean fits(@Nullable String asked, @Nullable String is) {
    return asked == null || asked.equals(is);
  }
}
