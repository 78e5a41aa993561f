package io.weir.control.traffic.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished request: what it is found by, and all of it as JSON.
 *
 * @param position of the configuration that it was served with; 0 of one without a ledger
 * @param nodes that it was sent to
 * @param json as it is answered
 */
public record KeptRequest(
    Place place,
    long position,
    String method,
    int status,
    @Nullable String failure,
    @Nullable String serviceId,
    @Nullable String environment,
    @Nullable String apiId,
    @Nullable String upstreamId,
    List<String> nodes,
    long micros,
    byte[] json) {
  /** What a request takes beside its JSON, roughly. */
  private static final int OBJECTS = 600;

  public KeptRequest {
    nodes = List.copyOf(nodes);
  }

  /** How many bytes it takes, roughly. */
  int bytes() {
    return OBJECTS + json.length;
  }

  /** A copy of it, as it is answered. */
  public ObjectNode tree() {
    try {
      return (ObjectNode) Json.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException("a request is kept that is no JSON", e);
    }
  }

  static byte[] json(ObjectNode tree) {
    try {
      return Json.MAPPER.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + tree, e);
    }
  }
}
