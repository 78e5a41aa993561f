package io.weir.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The management API of a running Weir, as its options name it. */
final class Management {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** What is asked for with POST may take long: a recovery reads a whole topic. */
  private static final Duration WORK_TIMEOUT = Duration.ofMinutes(30);

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:WEIR_URL:-http://localhost:8080}",
      description = "The management API (default: $WEIR_URL, else http://localhost:8080).")
  private @Nullable URI url;

  @Mixin private OwnKey key = new OwnKey();

  /** The address of a path, with the query parameters that have a value. */
  private URI uri(String path, Map<String, String> query) {
    String words =
        query.entrySet().stream()
            .map(word -> word.getKey() + "=" + encoded(word.getValue()))
            .collect(Collectors.joining("&"));
    return URI.create(
        String.valueOf(url).replaceAll("/+$", "") + path + (words.isEmpty() ? "" : "?" + words));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * What {@code GET path} answers.
   *
   * @throws IOException that says in one line why there is no answer, or what the answer complains
   *     of
   */
  JsonNode get(String path, Map<String, String> query) throws IOException {
    return ask(HttpRequest.newBuilder(uri(path, query)).GET().timeout(TIMEOUT));
  }

  /**
   * What {@code POST path} without a body answers.
   *
   * @throws IOException as {@link #get}
   */
  JsonNode post(String path, Map<String, String> query) throws IOException {
    return ask(
        HttpRequest.newBuilder(uri(path, query))
            .POST(HttpRequest.BodyPublishers.noBody())
            .timeout(WORK_TIMEOUT));
  }

  /**
   * What {@code POST path} without a body answers to a change with a reason, headers and all.
   *
   * @throws IOException as {@link #get}
   */
  HttpResponse<String> change(String path, Map<String, String> query, String reason)
      throws IOException {
    // any characters, where only some can be sent: an ext-value (RFC 8187)
    String sent = "UTF-8''" + segment(reason).replace("*", "%2A");
    return send(
        HttpRequest.newBuilder(uri(path, query))
            .POST(HttpRequest.BodyPublishers.noBody())
            .header("Weir-Reason", sent)
            .timeout(TIMEOUT));
  }

  /** The JSON of a text; throws IOException if it is none. */
  static JsonNode json(String text) throws IOException {
    return JSON.readTree(text);
  }

  /** Takes the body of an answer as it comes. */
  @FunctionalInterface
  interface Reader<T> {
    T read(InputStream body, HttpHeaders headers) throws IOException;
  }

  /**
   * What a reader makes of the body that {@code GET path} answers with, however long that takes.
   *
   * @param headers of the request, name and value by turns
   * @throws IOException as {@link #get}, or if the connection ends before the body does
   */
  <T> T stream(String path, Map<String, String> query, Reader<T> reader, String... headers)
      throws IOException {
    HttpRequest.Builder asked = HttpRequest.newBuilder(uri(path, query)).GET();
    if (headers.length > 0) {
      asked.headers(headers);
    }
    HttpRequest request = asked.build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build()) {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() / 100 != 2) {
          String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
          throw new RefusedException(complaint(request.uri(), answer.statusCode(), text));
        }
        return reader.read(body, answer.headers());
      } finally {
        client.shutdownNow();
      }
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw new IOException("nobody answers at " + url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + request.uri());
    }
  }

  /** What {@code POST path} with a body answers; fails as {@link #get} does. */
  JsonNode post(String path, JsonNode body) throws IOException {
    return ask(
        HttpRequest.newBuilder(uri(path, Map.of()))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .timeout(TIMEOUT));
  }

  /** What {@code DELETE path} answers, which is nothing; fails as {@link #get} does. */
  void delete(String path) throws IOException {
    ask(HttpRequest.newBuilder(uri(path, Map.of())).DELETE().timeout(TIMEOUT));
  }

  /** A text as one segment of a path. */
  static String segment(String text) {
    return encoded(text).replace("+", "%20");
  }

  private JsonNode ask(HttpRequest.Builder asked) throws IOException {
    return json(send(asked).body());
  }

  private HttpResponse<String> send(HttpRequest.Builder asked) throws IOException {
    key.secret().ifPresent(secret -> asked.header("Authorization", "Bearer " + secret));
    HttpRequest request = asked.build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build()) {
      HttpResponse<String> answer =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() / 100 != 2) {
        throw new RefusedException(complaint(request.uri(), answer.statusCode(), answer.body()));
      }
      return answer;
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw new IOException("nobody answers at " + url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + request.uri());
    }
  }

  /** A problem document in words, its violations in lines of their own; RFC 9457. */
  private static String complaint(URI uri, int status, String body) {
    try {
      JsonNode problem = JSON.readTree(body);
      if (problem.hasNonNull("title")) {
        StringBuilder words = new StringBuilder(problem.path("title").asText());
        if (problem.hasNonNull("detail")) {
          words.append(": ").append(problem.path("detail").asText());
        }
        for (JsonNode violation : problem.path("errors")) {
          String place =
              violation.path("pointer").asText()
                  + violation.path("parameter").asText()
                  + violation.path("header").asText();
          words.append("%n  %s %s".formatted(place, violation.path("detail").asText()));
        }
        return words.toString();
      }
    } catch (JsonProcessingException noProblemDocument) {
      // the status says what there is to say
    }
    return "%s answers %d".formatted(uri, status);
  }
}
