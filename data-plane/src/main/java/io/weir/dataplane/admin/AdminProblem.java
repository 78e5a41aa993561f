package io.weir.dataplane.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import java.util.Locale;

/**
 * Why the admin port does not answer a request (RFC 9457).
 *
 * @param code what programs compare
 * @param detail a sentence for people
 */
record AdminProblem(int status, String code, String detail) {
  static final String MEDIA_TYPE = "application/problem+json";

  /** The document for the request at {@code path}. */
  String json(String path) {
    String words = code.toLowerCase(Locale.ROOT);
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("type", "urn:weir:problem:" + words.replace('_', '-'));
    json.put("title", code.charAt(0) + words.substring(1).replace('_', ' '));
    json.put("status", status);
    json.put("code", code);
    json.put("detail", detail);
    json.put("instance", path);
    return json.toString();
  }
}
