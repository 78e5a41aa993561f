package io.weir.standalone.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What came back.
 *
 * @param body missing when it is no JSON
 * @param position of the write in the ledger, 0 for a read
 * @param backend the back end that answered; empty when none did
 * @param millis from the first byte out to the last byte in
 */
record Answer(int status, JsonNode body, String text, long position, String backend, long millis) {

  /** Who the tour says it is, which is believed where nobody is asked to prove it. */
  static final String ACTOR = "demo";

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * Sends a request that shows no key, with JSON unless the body is empty.
   *
   * @param host whom it is for, which need not be what the address says: names below localhost are
   *     not resolved everywhere, so a replica is called by its address
   */
  static Answer to(String method, URI address, String host, String body)
      throws IOException, InterruptedException {
    return to(method, address, host, "", body);
  }

  /**
   * Likewise with an API key.
   *
   * @param key empty where none is shown
   */
  static Answer to(String method, URI address, String host, String key, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Host", host)
            .header("Accept", "application/json, application/problem+json, */*")
            .header("Weir-Actor", ACTOR)
            .header("Weir-Reason", "a tour of Weir")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    long began = System.nanoTime();
    HttpResponse<String> response =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(
        response.statusCode(),
        parse(response.body()),
        response.body().strip(),
        response.headers().firstValueAsLong("Weir-Position").orElse(0),
        response.headers().firstValue(Backends.NAME_HEADER).orElse(""),
        (System.nanoTime() - began) / 1_000_000);
  }

  /** Reads, at the address. */
  static Answer get(URI address) throws IOException, InterruptedException {
    return to("GET", address, address.getAuthority(), "");
  }

  /** A field of the body; empty when there is none. */
  String text(String field) {
    return body.path(field).asText("");
  }

  private static JsonNode parse(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (JsonProcessingException noJson) {
      return MissingNode.getInstance();
    }
  }
}
