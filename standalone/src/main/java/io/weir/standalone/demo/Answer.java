package io.weir.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;

/**
 * What came back.
 *
 * @param body missing when it is no JSON
 * @param position of the write in the ledger, 0 for a read
 * @param millis from the first byte out to the last byte in
 */
record Answer(int status, JsonNode body, String text, long position, long millis) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(HttpResponse<String> response, long nanos) {
    return new Answer(
        response.statusCode(),
        parse(response.body()),
        response.body().strip(),
        response.headers().firstValueAsLong("Weir-Position").orElse(0),
        nanos / 1_000_000);
  }

  String id() {
    return text("id");
  }

  /** A field of the body; empty when there is none. */
  String text(String field) {
    return body.path(field).asText("");
  }

  private static JsonNode parse(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (IOException noJson) {
      return MissingNode.getInstance();
    }
  }
}
