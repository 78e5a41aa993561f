package io.weir.control.traffic.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.control.traffic.TrafficReader;
import io.weir.control.traffic.UnreadableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a request as the access log of a replica has it, in the words of REST. */
public final class AccessLine {
  /** Beyond this it is not kept: a request line and a user agent may be very long. */
  private static final int MOST_BYTES = 64 * 1024;

  private static final int LONG = 64 * 1024;
  private static final int SHORT = 300;
  private static final int MOST_ATTEMPTS = 200;
  private static final int MOST_FLAGS = 20;

  private final TrafficReader line;
  private final ObjectNode answer = Json.MAPPER.createObjectNode();

  private AccessLine(TrafficReader line) {
    this.line = line;
  }

  /**
   * The request that a line tells of.
   *
   * @throws UnreadableException if it tells of none
   */
  public static KeptRequest read(String replicaId, JsonNode line) {
    return new AccessLine(new TrafficReader(line)).read(replicaId);
  }

  private KeptRequest read(String replicaId) {
    String requestId = line.text("requestId", SHORT);
    Instant at = line.time("at");
    answer.put("requestId", requestId).put("at", at.toString()).put("replicaId", replicaId);
    long position = number("position");
    text("client", SHORT);
    text("version", SHORT);
    answer.put("tls", line.flag("tls"));
    String method = line.text("method", SHORT).intern();
    answer.put("method", method);
    for (String field : new String[] {"host", "path", "uri", "query", "userAgent"}) {
      text(field, LONG);
    }
    int status = (int) Math.min(line.number("status"), 999);
    answer.put("status", status);
    String failure = text("failure", SHORT);
    flags();
    String service = put("serviceId", line.valueIfThere("service", ServiceId::new));
    String environment = put("environment", line.valueIfThere("environment", Environment::of));
    String api = put("apiId", line.valueIfThere("api", ApiId::new));
    String upstream = put("upstreamId", line.valueIfThere("upstream", UpstreamId::new));
    number("received");
    number("sent");
    long micros = number("micros");
    text("traceId", SHORT);
    List<String> nodes = attempts();
    byte[] json = KeptRequest.json(answer);
    if (json.length > MOST_BYTES) {
      throw new UnreadableException("a request is too long to be kept");
    }
    return new KeptRequest(
        new Place(at, replicaId, requestId),
        position,
        method,
        status,
        failure == null ? null : failure.intern(),
        service,
        environment,
        api,
        upstream,
        nodes,
        micros,
        json);
  }

  private long number(String field) {
    long number = line.number(field);
    answer.put(field, number);
    return number;
  }

  private @Nullable String text(String field, int most) {
    return put(field, line.textIfThere(field, most));
  }

  private @Nullable String put(String field, @Nullable String text) {
    if (text != null) {
      answer.put(field, text);
    }
    return text;
  }

  private void flags() {
    List<JsonNode> flags = line.elements("flags", MOST_FLAGS);
    if (!flags.isEmpty()) {
      ArrayNode all = answer.putArray("flags");
      for (JsonNode flag : flags) {
        if (!flag.isTextual() || flag.textValue().length() > SHORT) {
          throw new UnreadableException("a flag is no word");
        }
        all.add(flag.textValue());
      }
    }
  }

  private List<String> attempts() {
    List<String> nodes = new ArrayList<>();
    ArrayNode attempts = answer.putArray("attempts");
    for (JsonNode node : line.elements("attempts", MOST_ATTEMPTS)) {
      TrafficReader attempt = new TrafficReader(node);
      String authority = attempt.text("node", SHORT).intern();
      nodes.add(authority);
      ObjectNode told =
          attempts
              .addObject()
              .put("node", authority)
              .put("result", attempt.text("result", SHORT))
              .put("status", attempt.number("status"))
              .put("reused", attempt.flag("reused"))
              .put("startMicros", attempt.numberOrNone("start"))
              .put("connectMicros", attempt.numberOrNever("connect"))
              .put("firstByteMicros", attempt.numberOrNever("firstByte"))
              .put("micros", attempt.number("micros"));
      String reason = attempt.textIfThere("reason", LONG);
      if (reason != null) {
        told.put("reason", reason);
      }
    }
    return nodes;
  }
}
