package io.weir.standalone.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The REST API as any caller uses it, every call told to the narrator. */
final class ManagementApi {

  /** Who the tour says it is. */
  static final String ACTOR = "demo";

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration READ_LIMIT = Duration.ofSeconds(15);
  private static final long READ_AGAIN_MILLIS = 50;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI origin;
  private final Narrator narrator;
  private long position;

  ManagementApi(URI origin, Narrator narrator) {
    this.origin = origin;
    this.narrator = narrator;
  }

  /** The position of the latest write. */
  long position() {
    return position;
  }

  /** Creates something and returns what was created. */
  Answer post(String path, Map<String, ?> body)
      throws IOException, InterruptedException, TourFailedException {
    Answer answer = send("POST", path, body);
    narrator.call("POST " + path, answer, answer.id());
    return expectSuccess("POST " + path, answer);
  }

  Answer put(String path) throws IOException, InterruptedException, TourFailedException {
    Answer answer = send("PUT", path, Map.of());
    narrator.call("PUT " + path, answer, "position " + answer.position());
    return expectSuccess("PUT " + path, answer);
  }

  /** Reads what is at least as new as the latest write. */
  Answer get(String path) throws IOException, InterruptedException, TourFailedException {
    String fresh = path + (path.contains("?") ? "&" : "?") + "min_position=" + position;
    Answer answer = send("GET", fresh, Map.of());
    narrator.call("GET " + fresh, answer, "");
    return expectSuccess("GET " + fresh, answer);
  }

  /** Reads until the body is as wanted, 15 s at most; the last answer is told and returned. */
  Answer awaitRead(String path, Predicate<JsonNode> wanted)
      throws IOException, InterruptedException, TourFailedException {
    long end = System.nanoTime() + READ_LIMIT.toNanos();
    Answer answer = send("GET", path, Map.of());
    while (!wanted.test(answer.body()) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(READ_AGAIN_MILLIS);
      answer = send("GET", path, Map.of());
    }
    narrator.call("GET " + path, answer, "");
    return expectSuccess("GET " + path, answer);
  }

  /** Whatever the answer is. */
  Answer delete(String path) throws IOException, InterruptedException {
    Answer answer = send("DELETE", path, Map.of());
    narrator.call("DELETE " + path, answer, answer.text("code"));
    return answer;
  }

  private Answer send(String method, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(origin.resolve(path))
            .timeout(TIMEOUT)
            .header("Accept", "application/json, application/problem+json")
            .header("Weir-Actor", ACTOR)
            .header("Weir-Reason", "a tour of Weir")
            .method(method, publisher(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    long began = System.nanoTime();
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    Answer answer = Answer.of(response, System.nanoTime() - began);
    position = Math.max(position, answer.position());
    return answer;
  }

  private static HttpRequest.BodyPublisher publisher(Map<String, ?> body) {
    if (body.isEmpty()) {
      return HttpRequest.BodyPublishers.noBody();
    }
    try {
      return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Answer expectSuccess(String what, Answer answer) throws TourFailedException {
    if (answer.status() / 100 != 2) {
      throw new TourFailedException(
          "%s answered %d: %s".formatted(what, answer.status(), answer.text()));
    }
    return answer;
  }
}
