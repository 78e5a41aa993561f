package io.weir.testing.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sends JSON beyond what a parser takes to every operation of a service that takes a body. */
public final class OversizedJson {
  private static final Map<String, String> BODIES =
      Map.of(
          "deep arrays", "{\"name\":" + "[".repeat(1_100) + "]".repeat(1_100) + "}",
          "deeper arrays", "{\"name\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
          "deep objects", "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
          "arrays without end", "[".repeat(500_000),
          "a long integer", "{\"name\":" + "9".repeat(1_200) + "}",
          "a long fraction", "{\"name\":0." + "9".repeat(200_000) + "}",
          "a large exponent", "{\"name\":1e" + "9".repeat(1_200) + "}",
          "a long name", "{\"" + "k".repeat(60_000) + "\":1}",
          "a long text", "{\"" + "k".repeat(900_000));

  private OversizedJson() {}

  /**
   * Sends all of them to all operations that the service's OpenAPI document gives a body.
   *
   * @param document where that document is, as JSON
   * @return what was answered otherwise than with a problem of status 400
   */
  public static List<String> notRefused(URI document) throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var read = HttpRequest.newBuilder(document).build();
      JsonNode api = Json.MAPPER.readTree(client.send(read, BodyHandlers.ofString()).body());
      for (var path : api.path("paths").properties()) {
        for (var operation : path.getValue().properties()) {
          if (operation.getValue().has("requestBody")) {
            String method = operation.getKey().toUpperCase(Locale.ROOT);
            send(client, document, method, path.getKey(), wrong);
          }
        }
      }
    }
    return wrong;
  }

  private static void send(
      HttpClient client, URI document, String method, String template, List<String> wrong)
      throws IOException, InterruptedException {
    String path = template.replaceAll("\\{[^}]*}", "test");
    for (var body : BODIES.entrySet()) {
      var request =
          HttpRequest.newBuilder(document.resolve(path))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body.getValue()))
              .build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 400 || !answer.body().contains("\"MALFORMED_JSON\"")) {
        wrong.add(
            "%s to %s %s: %d %s"
                .formatted(body.getKey(), method, path, answer.statusCode(), answer.body()));
      }
    }
  }
}
