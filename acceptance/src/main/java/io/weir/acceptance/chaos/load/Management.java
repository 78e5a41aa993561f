package io.weir.acceptance.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The management API, at any of several processes. */
public final class Management implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NEXT = Pattern.compile("<([^>]*)>;\\s*rel=\"next\"");
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final List<URI> bases;

  public Management(List<URI> bases) {
    this.bases = List.copyOf(bases);
  }

  /** How many processes there are. */
  public int size() {
    return bases.size();
  }

  /**
   * Asks one of the processes.
   *
   * @param process which, from 0
   * @param patience how long to wait for the answer
   * @throws ConnectException if nothing was sent
   * @throws IOException if it is not known what became of it
   */
  public Heard ask(
      int process,
      String method,
      String path,
      @Nullable JsonNode body,
      Map<String, String> headers,
      Duration patience)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(bases.get(process) + path)).timeout(patience);
    headers.forEach(request::header);
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(body.toString()));
    }
    return heard(http.send(request.build(), BodyHandlers.ofString()));
  }

  private static Heard heard(HttpResponse<String> response) throws IOException {
    String text = response.body();
    Matcher next = NEXT.matcher(response.headers().firstValue("Link").orElse(""));
    return new Heard(
        response.statusCode(),
        text.isEmpty() ? JSON.missingNode() : JSON.readTree(text),
        response.headers().firstValueAsLong("Weir-Position").orElse(-1),
        response.headers().firstValue("ETag").orElse(null),
        next.find() ? next.group(1) : null);
  }

  /** Reads something from whichever process answers with success first, for some minutes. */
  public Heard read(String path) throws IOException, InterruptedException {
    long limit = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    IOException last = new IOException("nobody answers " + path);
    for (int turn = 0; System.nanoTime() - limit < 0; turn++) {
      try {
        Heard heard = ask(turn % bases.size(), "GET", path, null, Map.of(), Duration.ofSeconds(40));
        if (heard.good()) {
          return heard;
        }
        last = new IOException(path + " is answered with " + heard.status() + heard.body());
      } catch (IOException e) {
        last = e;
      }
      Thread.sleep(200);
    }
    throw last;
  }

  /** Every item of a list that knows of a position. */
  public List<JsonNode> all(String path, long minPosition)
      throws IOException, InterruptedException {
    List<JsonNode> items = new ArrayList<>();
    String page = path + "?limit=100&wait_ms=30000&min_position=" + minPosition;
    while (page != null) {
      Heard heard = read(page);
      heard.body().path("items").forEach(items::add);
      page = heard.next();
    }
    return items;
  }

  /** The whole ledger, from one of the processes. */
  public InputStream export(int process) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(bases.get(process) + "/v1/events/export"))
            .timeout(Duration.ofMinutes(1))
            .build();
    HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      answer.body().close();
      throw new IOException("the export is answered with " + answer.statusCode());
    }
    return answer.body();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
