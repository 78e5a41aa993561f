package io.weir.standalone.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What came back.
 *
 * @param body missing when it is no JSON
 * @param millis from the first byte out to the last byte in
 */
public record Answer(int status, HttpHeaders headers, JsonNode body, String text, long millis) {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PROBE_TIMEOUT)
          .build();

  /** Reads at the address, with two seconds for the answer. */
  public static Answer get(URI address) throws IOException, InterruptedException {
    return to(HttpRequest.newBuilder(address).timeout(PROBE_TIMEOUT));
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
    return to(request);
  }

  /** A field of the body; empty when there is none. */
  public String text(String field) {
    return body.path(field).asText("");
  }

  private static Answer to(HttpRequest.Builder request) throws IOException, InterruptedException {
    long began = System.nanoTime();
    HttpResponse<String> response =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(
        response.statusCode(),
        response.headers(),
        parse(response.body()),
        response.body().strip(),
        (System.nanoTime() - began) / 1_000_000);
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException noJson) {
      return MissingNode.getInstance();
    }
  }
}
