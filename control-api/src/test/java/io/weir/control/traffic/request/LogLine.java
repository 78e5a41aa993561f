package io.weir.control.traffic.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import java.time.Instant;

/** Lines of an access log, as replicas tell of requests. */
public final class LogLine {
  private LogLine() {}

  /** Of a request that went through one node. */
  public static ObjectNode of(String requestId, Instant at) {
    ObjectNode line =
        Json.MAPPER
            .createObjectNode()
            .put("at", at.toString())
            .put("requestId", requestId)
            .put("client", "203.0.113.7")
            .put("version", "HTTP/1.1")
            .put("tls", false)
            .put("method", "GET")
            .put("host", "pets.example.com")
            .put("path", "/pets")
            .put("status", 200)
            .put("position", 0)
            .put("received", 0)
            .put("sent", 512)
            .put("micros", 9_120);
    attempt(line, "10.0.0.1:8080", "answered", 200);
    return line;
  }

  /** The same with one attempt more. */
  public static ObjectNode attempt(ObjectNode line, String node, String result, int status) {
    line.withArray("/attempts")
        .addObject()
        .put("node", node)
        .put("result", result)
        .put("status", status)
        .put("reused", true)
        .put("start", 110)
        .put("connect", status == 0 ? -1 : 0)
        .put("firstByte", status == 0 ? -1 : 7_400)
        .put("micros", 7_700);
    return line;
  }

  /** The same on a route. */
  public static ObjectNode routed(ObjectNode line, String service, String api, String upstream) {
    return line.put("service", service)
        .put("environment", "release")
        .put("api", api)
        .put("upstream", upstream);
  }
}
