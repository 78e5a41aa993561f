package io.weir.control.audit.stream;

import io.weir.contracts.value.KeySecret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A client that follows, and what has come to it so far. */
final class OpenStream implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Long> positions = new CopyOnWriteArrayList<>();
  private final HttpResponse<InputStream> answer;
  private final Thread reading;

  /** Asks for what happens after a position. */
  OpenStream(URI service, long after, Consumer<HttpRequest.Builder> asking)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(service.resolve("/v1/events/stream?after_position=" + after));
    asking.accept(request);
    answer = client.send(request.build(), BodyHandlers.ofInputStream());
    reading = Thread.ofVirtual().start(this::read);
  }

  /** How one shows a key. */
  static Consumer<HttpRequest.Builder> with(KeySecret secret) {
    return request -> request.header("Authorization", "Bearer " + secret.text());
  }

  private void read() {
    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id:")) {
          positions.add(Long.valueOf(line.substring(3).strip()));
        }
      }
    } catch (IOException e) {
      // the test has seen enough
    }
  }

  int status() {
    return answer.statusCode();
  }

  String header(String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  List<Long> positions() {
    return positions;
  }

  /** Whether the service has ended it. */
  boolean hasEnded() {
    return !reading.isAlive();
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
