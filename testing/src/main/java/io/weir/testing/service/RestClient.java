package io.weir.testing.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.weir.contracts.codec.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Speaks JSON with a management service. */
public final class RestClient {
  /** Not HTTP/2: a server that is asked to upgrade keeps one of several fields of a name. */
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI service;

  /** A client of the service at this address. */
  public RestClient(URI service) {
    this.service = service;
  }

  /**
   * What was answered.
   *
   * @param body missing if there is none
   */
  public record Answer(int status, HttpResponse<String> response, JsonNode body) {
    /** A header field, or the empty text. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** A text of the body, or the empty text. */
    public String text(String field) {
      return body.path(field).asText();
    }

    /** This member of each error of a problem, the empty text where one has none. */
    public List<String> errors(String member) {
      return body.path("errors").findValuesAsText(member);
    }
  }

  /**
   * Sends a request.
   *
   * @param body null for none
   * @param headers names and values in turn
   */
  public Answer send(String method, String path, @Nullable JsonNode body, String... headers) {
    var request =
        HttpRequest.newBuilder(service.resolve(path))
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return answer(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(method + " " + path, e);
    }
  }

  private static Answer answer(HttpResponse<String> response) throws JsonProcessingException {
    JsonNode body =
        response.body().isEmpty()
            ? MissingNode.getInstance()
            : Json.MAPPER.readTree(response.body());
    return new Answer(response.statusCode(), response, body);
  }
}
