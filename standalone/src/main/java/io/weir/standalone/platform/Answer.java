package io.weir.standalone.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * What came back.
 *
 * @param headers none of a probe
 * @param millis from the first byte out to the last byte in
 */
public record Answer(int status, HttpHeaders headers, String text, long millis) {

  private static final int PROBE_MILLIS = 2000;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Made when it is needed: a launcher, which only probes, does without its threads. */
  private static final class Client {
    static final HttpClient HTTP =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  /**
   * Reads at the address, with two seconds for the answer. A start does that thousands of times:
   * with a client it would take a second more of the launcher's processor time.
   */
  public static Answer probe(URI address) throws IOException {
    long began = System.nanoTime();
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(PROBE_MILLIS);
    connection.setReadTimeout(PROBE_MILLIS);
    connection.setUseCaches(false);
    try {
      int status = connection.getResponseCode();
      InputStream body =
          status < HttpURLConnection.HTTP_BAD_REQUEST
              ? connection.getInputStream()
              : connection.getErrorStream();
      String text =
          body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Answer(status, NO_HEADERS, text, millisSince(began));
    } finally {
      connection.disconnect();
    }
  }

  /**
   * Sends a request, with half a minute for the answer.
   *
   * @param key an API key, empty where none is shown
   * @param body JSON; empty for none
   * @param headers names and values in turn
   */
  public static Answer to(String method, URI address, String key, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Accept", "application/json, application/problem+json, */*")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    long began = System.nanoTime();
    HttpResponse<String> response =
        Client.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(
        response.statusCode(), response.headers(), response.body().strip(), millisSince(began));
  }

  /** As JSON; missing when it is none. */
  public JsonNode body() {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException noJson) {
      return MissingNode.getInstance();
    }
  }

  /** A field of the body; empty when there is none. */
  public String text(String field) {
    return body().path(field).asText("");
  }

  private static long millisSince(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }
}
