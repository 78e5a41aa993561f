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
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers that look like data-plane nodes. */
class DataPlaneTest {

  private final List<HttpServer> servers = new ArrayList<>();
  private final Queue<String> hosts = new ConcurrentLinkedQueue<>();
  private final AtomicLong position = new AtomicLong();
  private final AtomicInteger failing = new AtomicInteger();
  private DataPlane nodes;

  @BeforeEach
  void startNodes() throws IOException {
    List<URI> addresses = new ArrayList<>();
    for (String name : List.of("first", "second")) {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/hello", exchange -> hello(exchange, name));
      server.createContext(
          "/replica",
          exchange -> answer(exchange, 200, "{\"position\":" + position.getAndIncrement() + "}"));
      server.start();
      servers.add(server);
      addresses.add(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }
    nodes = new DataPlane(addresses, addresses);
  }

  @AfterEach
  void stopNodes() {
    servers.forEach(server -> server.stop(0));
  }

  @Test
  void sendsToEveryNodeInTurnInTheNameOfTheService() {
    Tally tally = nodes.getMany(100, "service-1.localhost", "/hello", answered -> {});
    assertThat(tally.answered()).isEqualTo(100);
    assertThat(tally.of("first")).isEqualTo(50);
    assertThat(tally.of("second")).isEqualTo(50);
    assertThat(hosts).hasSize(100).containsOnly("service-1.localhost");
  }

  @Test
  void countsEveryAnswerThatIsNot200AsFailed() {
    failing.set(3);
    Tally tally = nodes.getMany(20, "service-1.localhost", "/hello", answered -> {});
    assertThat(tally.failed()).isEqualTo(3);
    assertThat(tally.answered()).isEqualTo(17);
    assertThat(tally.failureSummary()).isEqualTo("status 502 3");
  }

  @Test
  void countsANodeThatCannotBeReachedAsFailed() {
    servers.get(1).stop(0);
    Tally tally = nodes.getMany(20, "service-1.localhost", "/hello", answered -> {});
    assertThat(tally.of("first")).isEqualTo(10);
    assertThat(tally.failed()).isEqualTo(10);
  }

  @Test
  void tellsHowManyWereAnsweredAfterEach() {
    Queue<Integer> told = new ConcurrentLinkedQueue<>();
    nodes.getMany(10, "service-1.localhost", "/hello", told::add);
    assertThat(told).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @Test
  void waitsUntilEveryNodeHasAppliedThePosition() throws Exception {
    nodes.awaitPosition(12);
    assertThat(position.get()).isGreaterThan(12);
  }

  private void hello(HttpExchange exchange, String name) throws IOException {
    hosts.add(exchange.getRequestHeaders().getFirst("Host"));
    exchange.getResponseHeaders().set(Backend.NAME_HEADER, name);
    answer(exchange, failing.getAndDecrement() > 0 ? 502 : 200, "hello");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
