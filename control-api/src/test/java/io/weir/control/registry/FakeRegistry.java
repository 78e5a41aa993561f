package io.weir.control.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * An instance-registry that tells what it was asked; at /v1/instances/broken it hangs up instead,
 * and at /v1/instances/frozen it answers nobody.
 */
public final class FakeRegistry implements QuarkusTestResourceLifecycleManager {
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", FakeRegistry::answer);
    server.start();
    return Map.of("weir.registry.url", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (exchange.getRequestURI().getPath().endsWith("/frozen")) {
      return;
    }
    if (exchange.getRequestURI().getPath().endsWith("/broken")) {
      exchange.close();
      return;
    }
    var asked = exchange.getRequestHeaders();
    var answer = exchange.getResponseHeaders();
    answer.set("Content-Type", "application/json");
    answer.set("ETag", "\"4\"");
    answer.set("Weir-Position", "12");
    answer.set("Asked-Method", exchange.getRequestMethod());
    answer.set("Asked-Uri", exchange.getRequestURI().toString());
    for (String name :
        new String[] {
          "If-Match",
          "Weir-Actor",
          "Origin",
          "Sec-Fetch-Site",
          "X-Forwarded-For",
          "X-Request-Id",
          "Content-Type",
          "Keep-Alive"
        }) {
      String value = asked.getFirst(name);
      answer.set("Asked-" + name, value == null ? "none" : value);
    }
    byte[] echo = (body.isEmpty() ? "{}" : body).getBytes(StandardCharsets.UTF_8);
    int status = exchange.getRequestMethod().equals("POST") ? 201 : 200;
    exchange.sendResponseHeaders(status, echo.length);
    exchange.getResponseBody().write(echo);
    exchange.close();
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
