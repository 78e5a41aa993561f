package io.weir.benchmarks.spring;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.context.annotation.Bean;

/**
 * Spring Cloud Gateway with one route and as little around it as round robin over a fixed list of
 * nodes ({@code bench.nodes}, {@code host:port,...}) needs: cheaper than its own load balancer.
 */
@SpringBootApplication
public class SpringGateway {
  /** Runs it. */
  public static void main(String[] arguments) {
    SpringApplication.run(SpringGateway.class, arguments);
  }

  /** Everything goes to the nodes in turn. */
  @Bean
  RouteLocator routes(RouteLocatorBuilder builder) {
    List<URI> nodes =
        Arrays.stream(System.getProperty("bench.nodes").split(","))
            .map(node -> URI.create("http://" + node))
            .toList();
    GatewayFilter next =
        new OrderedGatewayFilter(
            new RoundRobin(nodes), RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1);
    return builder
        .routes()
        .route("all", route -> route.path("/**").filters(f -> f.filter(next)).uri(nodes.get(0)))
        .build();
  }

  private record RoundRobin(List<URI> nodes, AtomicInteger turn) implements GatewayFilter {
    RoundRobin(List<URI> nodes) {
      this(nodes, new AtomicInteger());
    }

    @Override
    public reactor.core.publisher.Mono<Void> filter(
        org.springframework.web.server.ServerWebExchange exchange,
        org.springframework.cloud.gateway.filter.GatewayFilterChain chain) {
      URI node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
      URI target = node.resolve(exchange.getRequest().getURI().getRawPath());
      exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, target);
      return chain.filter(exchange);
    }
  }
}
