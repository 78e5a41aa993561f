package io.weir.projector.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.contracts.codec.Json;

/**
 * What a {@code document} column holds: an object as the REST API shows it, but for what changes
 * beside it.
 */
final class Document {
  private Document() {}

  static String of(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value, e);
    }
  }
}
