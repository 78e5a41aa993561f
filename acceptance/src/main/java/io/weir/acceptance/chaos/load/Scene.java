package io.weir.acceptance.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.acceptance.chaos.history.Kind;
import io.weir.acceptance.chaos.history.Operation;
import io.weir.acceptance.chaos.history.Recording;
import io.weir.acceptance.chaos.load.Attempts.Sent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What is there before anything is harmed: an API on a dedicated instance, and objects that clients
 * write and read as registers.
 *
 * @param vpc where everything lives
 * @param upstream the API's, with three nodes
 * @param host names the service in requests
 * @param path of the API
 * @param registers upstreams that nothing uses, whose description is the register
 */
public record Scene(String vpc, String upstream, String host, String path, List<String> registers) {
  private static final String CLIENT = "setup";
  private static final int REGISTERS = 4;
  private static final String EMPTY = "";

  public Scene {
    registers = List.copyOf(registers);
  }

  /** What registers hold at the beginning, by subject. */
  public Map<String, String> initial() {
    Map<String, String> all = new LinkedHashMap<>();
    registers.forEach(register -> all.put(register, EMPTY));
    return all;
  }

  /** Makes it all, while everything is well. */
  public static Scene set(
      Management management, Recording recording, List<Integer> ports, long seed)
      throws InterruptedException {
    return new Making(
            new Attempts(management, recording, new Random(seed), CLIENT), "chaos-" + seed)
        .scene(ports);
  }

  /** The nodes of the API's upstream. */
  static ObjectNode nodes(List<Integer> ports, List<Integer> weights) {
    ObjectNode body = Management.JSON.createObjectNode();
    var nodes = body.putArray("nodes");
    for (int i = 0; i < ports.size(); i++) {
      nodes
          .addObject()
          .put("address", "127.0.0.1")
          .put("port", ports.get(i))
          .put("weight", weights.get(i));
    }
    return body;
  }

  private static final class Making {
    private final Attempts attempts;
    private final String run;
    private int made;

    Making(Attempts attempts, String run) {
      this.attempts = attempts;
      this.run = run;
    }

    Scene scene(List<Integer> ports) throws InterruptedException {
      String vpc = id(post("/v1/vpcs", named("chaos")));
      String instance = id(post("/v1/instances", named("chaos").put("vpcId", vpc)));
      ObjectNode pool = Scene.nodes(ports, ports.stream().map(_ -> 5).toList());
      pool.put("name", "traffic").put("vpcId", vpc).put("protocol", "HTTP").put("retries", 5);
      pool.putObject("retryOn").putArray("statuses").add(502).add(503).add(504);
      String upstream = id(post("/v1/upstreams", pool));
      String service = id(post("/v1/services", named("chaos").put("instanceId", instance)));
      ObjectNode api = named("things");
      api.putObject("frontEnd").put("path", "/things").put("method", "GET");
      api.putObject("backEnd")
          .put("upstreamId", upstream)
          .put("path", "/")
          .put("timeoutMillis", 9_000);
      post("/v1/services/" + service + "/apis", api);
      post(
          "/v1/services/" + service + "/releases",
          Management.JSON.createObjectNode().put("environment", "release"));
      List<String> registers = new ArrayList<>();
      for (int i = 0; i < REGISTERS; i++) {
        ObjectNode body = Scene.nodes(List.of(9), List.of(1));
        body.put("name", "register_" + i).put("vpcId", vpc).put("protocol", "HTTP");
        registers.add(id(post("/v1/upstreams", body)));
      }
      return new Scene(vpc, upstream, service + ".localhost", "/release/things", registers);
    }

    private static ObjectNode named(String name) {
      return Management.JSON.createObjectNode().put("name", name);
    }

    private static String id(JsonNode created) {
      return created.path("id").textValue();
    }

    private JsonNode post(String path, ObjectNode body) throws InterruptedException {
      String id = "%s-%s-%d".formatted(run, CLIENT, ++made);
      Heard heard =
          attempts.write(
              Operation.begun(id, CLIENT, Kind.CREATE, path, null, null, System.nanoTime()),
              new Sent("POST", path, body, null));
      if (heard == null || !heard.good()) {
        throw new IllegalStateException("the scene cannot be set: " + path + " " + heard);
      }
      return heard.body();
    }
  }
}
