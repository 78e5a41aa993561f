package io.weir.benchmarks.gateway;

import java.util.List;

/**
 * One situation that all gateways are put in.
 *
 * @param responseBytes of each response's body
 * @param requestBytes of each request's body: 0 is a GET, more a POST
 * @param nodes of the one upstream, all of weight 1
 * @param connections of clients; on one of HTTP/2 there are {@value Clients#STREAMS} requests at a
 *     time
 * @param routes released, all of which are asked for in turn
 */
record Case(
    String name,
    int responseBytes,
    int requestBytes,
    int connections,
    int nodes,
    int routes,
    Clients clients) {
  private static final Case USUAL = new Case("get-100", 100, 0, 64, 3, 1, Clients.HTTP);

  /** All there are, the one that the others vary first. */
  static final List<Case> ALL =
      List.of(
          USUAL,
          new Case("get-10k", 10_240, 0, 64, 3, 1, Clients.HTTP),
          new Case("post-4k", 100, 4_096, 64, 3, 1, Clients.HTTP),
          new Case("connections-1", 100, 0, 1, 3, 1, Clients.HTTP),
          new Case("connections-1000", 100, 0, 1_000, 3, 1, Clients.HTTP),
          new Case("nodes-200", 100, 0, 64, 200, 1, Clients.HTTP),
          new Case("routes-2", 100, 0, 64, 3, 2, Clients.HTTP),
          new Case("routes-50000", 100, 0, 64, 3, 50_000, Clients.HTTP),
          new Case("https", 100, 0, 64, 3, 1, Clients.HTTPS),
          new Case("http2", 100, 0, 4, 3, 1, Clients.HTTP_2),
          new Case("https-http2", 100, 0, 4, 3, 1, Clients.HTTPS_2),
          new Case("grpc", 100, 100, 4, 3, 1, Clients.GRPC));

  /** What it is, in words. */
  String description() {
    return "%s, %s, %d connection%s, %d nodes, %d route%s"
            .formatted(
                requestBytes == 0 ? "GET" : "POST " + requestBytes + " B",
                responseBytes + " B answered",
                connections,
                connections == 1 ? "" : "s",
                nodes,
                routes,
                routes == 1 ? "" : "s")
        + clients.description();
  }

  /** The path of a route after the environment's segment. */
  static String path(int route) {
    return "/r%05d".formatted(route);
  }
}
