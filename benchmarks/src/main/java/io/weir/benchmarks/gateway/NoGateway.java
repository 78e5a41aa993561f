package io.weir.benchmarks.gateway;

import java.util.List;
import java.util.Optional;

/** Load straight at one backend node: what load and backend cost by themselves. */
final class NoGateway implements Gateway {
  @Override
  public String name() {
    return "direct";
  }

  @Override
  public String version() {
    return "no gateway";
  }

  @Override
  public Optional<String> missing() {
    return Optional.empty();
  }

  @Override
  public Optional<String> leftOut(Case of) {
    return switch (of.clients()) {
      case HTTP, GRPC -> Optional.empty();
      case HTTPS, HTTPS_2 -> Optional.of("backends speak no HTTPS");
      case HTTP_2 -> Optional.of("backends speak HTTP/1.1");
    };
  }

  @Override
  public long warmUpRequests() {
    return 5_000;
  }

  @Override
  public Running start(Site site, List<String> more) {
    return new Running(null, site.backendPorts().getFirst(), List.of());
  }
}
