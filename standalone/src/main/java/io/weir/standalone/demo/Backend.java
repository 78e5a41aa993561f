package io.weir.standalone.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** A small HTTP server on 127.0.0.1 that answers every request with its own name. */
public final class Backend {

  /** The response header that names the back end. */
  public static final String NAME_HEADER = "Backend";

  private final String name;
  private final int port;

  public Backend(String name, int port) {
    this.name = name;
    this.port = port;
  }

  /** Serves until the process ends. */
  public void serve() throws IOException, InterruptedException {
    // Without it every answer on a kept connection waits for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    byte[] answer = ("hello from " + name + "\n").getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
          exchange.getResponseHeaders().set(NAME_HEADER, name);
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, answer.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(answer);
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    Thread.currentThread().join();
  }
}
