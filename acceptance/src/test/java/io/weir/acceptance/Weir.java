package io.weir.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.acceptance.process.ServiceProcess;
import io.weir.testing.Backends;
import io.weir.testing.Postgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** control-api, instance-registry and config-projector on one database and one broker. */
final class Weir implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NEXT = Pattern.compile("<([^>]*)>;\\s*rel=\"next\"");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Backends backends = Backends.exclusive();
  private final List<ServiceProcess> services = new ArrayList<>();
  private final Path logs = Files.createTempDirectory("weir-acceptance-");
  private final String base;
  private long position;

  /** What came back. */
  record Reply(int status, JsonNode body, @Nullable String next) {
    boolean ok() {
      return status / 100 == 2;
    }
  }

  private Weir() throws IOException, InterruptedException {
    Postgres postgres = backends.postgres();
    Map<String, String> shared =
        Map.of(
            "WEIR_POSTGRES_HOST", postgres.host(),
            "WEIR_POSTGRES_PORT", Integer.toString(postgres.port()),
            "WEIR_POSTGRES_DATABASE", postgres.newDatabase(),
            "WEIR_POSTGRES_USER", postgres.user(),
            "WEIR_POSTGRES_PASSWORD", postgres.password(),
            "WEIR_KAFKA_BOOTSTRAP_SERVERS", backends.kafka().bootstrapServers(),
            "WEIR_AUTH", "none");
    ServiceProcess registry = begin("instance-registry", shared);
    ServiceProcess projector = begin("config-projector", shared);
    Map<String, String> withRegistry = new java.util.HashMap<>(shared);
    withRegistry.put("WEIR_REGISTRY_URL", registry.base().toString());
    ServiceProcess control = begin("control-api", withRegistry);
    registry.awaitReady();
    projector.awaitReady();
    base = control.awaitReady().base().toString();
  }

  private ServiceProcess begin(String name, Map<String, String> environment) {
    ServiceProcess service = ServiceProcess.service(name, name, environment, logs);
    services.add(service);
    service.start();
    return service;
  }

  /** Starts all of it. */
  static Weir start() throws IOException, InterruptedException {
    return new Weir();
  }

  /** Where the management API is. */
  String base() {
    return base;
  }

  /** The position of the newest event that any answer knew of. */
  long position() {
    return position;
  }

  /** Sends a command; what it answers is remembered as the least that lists have to know of. */
  Reply send(String method, String path, @Nullable ObjectNode body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(1));
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(body.toString()));
    }
    return reply(http.send(request.build(), BodyHandlers.ofString()));
  }

  /** Reads one object. */
  Reply get(String path) throws Exception {
    return send("GET", path, null);
  }

  /** What is answered, as lines. */
  List<String> lines(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
    return http.send(request, BodyHandlers.ofLines()).body().toList();
  }

  /** Every item of a list, page by page, as of the last command or later. */
  List<JsonNode> all(String path, int limit) throws Exception {
    return all(path, limit, "min_position=" + position);
  }

  /** Every item of a list, page by page, as it was at a position or time. */
  List<JsonNode> allAt(String path, int limit, Object at) throws Exception {
    return all(path, limit, "at=" + at);
  }

  private List<JsonNode> all(String path, int limit, String asOf) throws Exception {
    List<JsonNode> items = new ArrayList<>();
    String separator = path.contains("?") ? "&" : "?";
    String page = path + separator + "limit=" + limit + "&wait_ms=30000&" + asOf;
    while (page != null) {
      Reply reply = get(page);
      if (!reply.ok()) {
        throw new IllegalStateException(page + ": " + reply);
      }
      reply.body().get("items").forEach(items::add);
      page = reply.next();
    }
    return items;
  }

  private Reply reply(HttpResponse<String> response) throws IOException {
    String text = response.body();
    response
        .headers()
        .firstValueAsLong("Weir-Position")
        .ifPresent(at -> position = Math.max(position, at));
    Matcher next = NEXT.matcher(response.headers().firstValue("Link").orElse(""));
    return new Reply(
        response.statusCode(),
        text.isEmpty() ? JSON.missingNode() : JSON.readTree(text),
        next.find() ? next.group(1) : null);
  }

  @Override
  public void close() throws IOException {
    for (ServiceProcess service : services.reversed()) {
      service.close();
      service.removeOutput();
    }
    Files.deleteIfExists(logs);
    backends.close();
  }
}
