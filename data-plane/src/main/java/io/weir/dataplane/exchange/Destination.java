package io.weir.dataplane.exchange;

import io.weir.contracts.value.CertificateName;
import io.weir.dataplane.balance.UpstreamPool;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.Version;
import io.weir.dataplane.route.DomainRoute;
import io.weir.dataplane.route.EnvironmentRoutes;
import io.weir.dataplane.route.Route;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.route.ServiceRoutes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes.
 *
 * @param reachable whether the instance reaches the upstream's VPC
 * @param method to send to a node
 * @param uri path and query to send to a node
 */
public record Destination(
    Route route, UpstreamPool pool, boolean reachable, String method, String uri) {

  /**
   * What a route table says about a request; null if nothing released answers it. An API does not
   * answer a path that would lead out of its back-end path.
   */
  static @Nullable Destination find(RouteTable table, RequestTarget target, String method) {
    byte[] host = bytes(target.host());
    byte[] path = bytes(target.path());
    DomainRoute domain = table.domain(host, 0, host.length);
    ServiceRoutes service =
        domain == null ? table.service(host, 0, host.length) : table.service(domain);
    if (service == null) {
      return null;
    }
    EnvironmentRoutes environment =
        domain == null
            ? service.environment(path, 0, path.length)
            : service.environment(domain.environment());
    if (environment == null) {
      return null;
    }
    int from = domain == null ? environment.environment().value().length() + 1 : 0;
    Route route = environment.match(path, from, path.length, Methods.of(method));
    UpstreamPool pool = route == null ? null : table.upstream(route);
    if (route == null || pool == null) {
      return null;
    }
    String uri = uri(route, path, from, target.query());
    return uri == null
        ? null
        : new Destination(
            route,
            pool,
            table.reaches(service, pool),
            Methods.sent(route.backEndMethod(), method),
            uri);
  }

  /**
   * Whether a client that shares a connection among domains asks for one that has another
   * certificate than the one it was shown for the domain it named in the handshake: it shall make
   * another connection (RFC 9110, 15.5.20). Clients of HTTP/1.1 do not share, and proxies that name
   * no domain or always the same one are served all of them.
   */
  static boolean isMisdirected(
      RouteTable table, RequestHead head, RequestTarget target, CertificateName shown) {
    if (head.version() != Version.HTTP_2) {
      return false;
    }
    DomainRoute domain = table.domain(target.host());
    CertificateName own = domain == null ? null : domain.certificate();
    return own != null && !own.equals(shown);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @SuppressWarnings("deprecation") // exactly the low byte of each character is wanted
  private static @Nullable String uri(Route route, byte[] path, int from, String query) {
    byte[] out = new byte[route.maxTargetLength(path.length - from) + query.length()];
    int end = route.writeTargetPath(path, from, path.length, out, 0);
    if (end < 0) {
      return null;
    }
    query.getBytes(0, query.length(), out, end);
    return new String(out, 0, end + query.length(), StandardCharsets.ISO_8859_1);
  }
}
