package io.weir.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers that look like replicas. */
class CrowdTest {

  private final List<HttpServer> servers = new ArrayList<>();
  private final Queue<String> hosts = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failing = new AtomicInteger();
  private final List<URI> replicas = new ArrayList<>();

  @BeforeEach
  void startNodes() throws IOException {
    for (String name : List.of("first", "second")) {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/hello", exchange -> hello(exchange, name));
      server.start();
      servers.add(server);
      replicas.add(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }
  }

  @AfterEach
  void stopNodes() {
    servers.forEach(server -> server.stop(0));
  }

  @Test
  void sendsToEveryNodeInTurnInTheNameOfTheService() {
    Crowd crowd = Crowd.send(100, replicas, "service-1.localhost", "/hello", answered -> {});
    assertThat(crowd.answered()).isEqualTo(100);
    assertThat(crowd.answeredBy("first")).isEqualTo(50);
    assertThat(crowd.answeredBy("second")).isEqualTo(50);
    assertThat(hosts).hasSize(100).containsOnly("service-1.localhost");
  }

  @Test
  void countsEveryAnswerThatIsNot200AsFailed() {
    failing.set(3);
    Crowd crowd = Crowd.send(20, replicas, "service-1.localhost", "/hello", answered -> {});
    assertThat(crowd.failed()).isEqualTo(3);
    assertThat(crowd.answered()).isEqualTo(17);
    assertThat(crowd.failures()).hasToString("{status 502=3}");
  }

  @Test
  void countsANodeThatCannotBeReachedAsFailed() {
    servers.get(1).stop(0);
    Crowd crowd = Crowd.send(20, replicas, "service-1.localhost", "/hello", answered -> {});
    assertThat(crowd.answeredBy("first")).isEqualTo(10);
    assertThat(crowd.failed()).isEqualTo(10);
  }

  @Test
  void tellsHowManyWereAnsweredAfterEach() {
    Queue<Integer> told = new ConcurrentLinkedQueue<>();
    Crowd.send(10, replicas, "service-1.localhost", "/hello", told::add);
    assertThat(told).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  private void hello(HttpExchange exchange, String name) throws IOException {
    hosts.add(exchange.getRequestHeaders().getFirst("Host"));
    exchange.getResponseHeaders().set(Backends.NAME_HEADER, name);
    answer(exchange, failing.getAndDecrement() > 0 ? 502 : 200, "hello");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
