package io.weir.standalone.platform;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** What a service or a replica looks like from outside: ready, and able to say what it was told. */
public final class StandIn {

  private StandIn() {}

  /** Serves like a service when it has no arguments, like a replica otherwise. */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> told = new TreeMap<>();
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.startsWith("WEIR_")) {
                told.put(name, value);
              }
            });
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      told.put(parts[0], parts[1]);
    }
    boolean service = arguments.length == 0;
    int port = Integer.parseInt(told.get(service ? "WEIR_HTTP_PORT" : "--admin-port"));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    answer(server, service ? "/q/health/ready" : "/health/ready", "{}");
    answer(server, "/replica", "{\"state\":\"LIVE\",\"position\":42}");
    answer(server, "/told", told.toString());
    server.start();
  }

  /** Puts itself where the real program would be. */
  static void install(Path jar) throws IOException {
    Files.createDirectories(jar.resolveSibling("."));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
    String name = StandIn.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        var in = StandIn.class.getResourceAsStream("/" + name)) {
      out.putNextEntry(new JarEntry(name));
      in.transferTo(out);
    }
  }

  /** What the one on this port was told. */
  static String toldTo(int port) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/told")).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  private static void answer(HttpServer server, String path, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
