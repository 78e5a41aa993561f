package io.weir.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.acceptance.Weir.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Does anything that can be done with the management API, by chance: creates, replaces, patches,
 * deletes, attaches, releases, binds. Much of it is refused, as is much of what people do.
 */
final class Operator {
  private static final List<String> ENVIRONMENTS = List.of("release", "prepub", "test");

  private final Weir weir;
  private final Random random;
  private final Map<String, List<String>> known = new LinkedHashMap<>();
  private int accepted;

  Operator(Weir weir, long seed) {
    this.weir = weir;
    random = new Random(seed);
    for (String kind :
        List.of("vpcs", "cloud-connect-networks", "instances", "upstreams", "services")) {
      known.put("/v1/" + kind, new ArrayList<>());
    }
  }

  /** How many commands were not refused. */
  int accepted() {
    return accepted;
  }

  /** One command. */
  void act() throws Exception {
    int dice = random.nextInt(100);
    if (dice < 36) {
      create(any(List.copyOf(known.keySet())));
    } else if (dice < 46) {
      change();
    } else if (dice < 54) {
      remove();
    } else if (dice < 62) {
      link();
    } else if (dice < 80) {
      createIn("/apis", api());
    } else if (dice < 90) {
      createIn("/releases", release());
    } else if (dice < 95) {
      createIn("/domains", domain());
    } else {
      inService();
    }
  }

  private void create(String collection) throws Exception {
    Reply reply = done(weir.send("POST", collection, content(collection)));
    if (reply.ok()) {
      known.get(collection).add(reply.body().get("id").textValue());
    }
  }

  private void change() throws Exception {
    String collection = any(List.copyOf(known.keySet()));
    String path = collection + "/" + idOf(collection);
    if (random.nextBoolean()) {
      done(weir.send("PUT", path, content(collection)));
    } else {
      done(weir.send("PATCH", path, object().put("description", text())));
    }
  }

  private void remove() throws Exception {
    String collection = any(List.copyOf(known.keySet()));
    String id = idOf(collection);
    if (done(weir.send("DELETE", collection + "/" + id, null)).ok()) {
      known.get(collection).remove(id);
    }
  }

  private void link() throws Exception {
    String path =
        "/v1/cloud-connect-networks/%s/links/%s"
            .formatted(idOf("/v1/cloud-connect-networks"), idOf("/v1/vpcs"));
    done(weir.send(random.nextInt(3) == 0 ? "DELETE" : "PUT", path, null));
  }

  private void createIn(String below, ObjectNode body) throws Exception {
    done(weir.send("POST", "/v1/services/" + idOf("/v1/services") + below, body));
  }

  /** Changes something inside a service that is there already. */
  private void inService() throws Exception {
    String service = "/v1/services/" + idOf("/v1/services");
    Reply apis = weir.get(service + "/apis?limit=5");
    if (random.nextInt(3) == 0) {
      done(weir.send("DELETE", service + "/environments/" + any(ENVIRONMENTS), null));
    } else if (apis.ok() && !apis.body().get("items").isEmpty()) {
      JsonNode one = apis.body().get("items").get(0);
      String path = service + "/apis/" + one.get("id").textValue();
      if (random.nextBoolean()) {
        done(weir.send("DELETE", path, null));
      } else {
        done(weir.send("PATCH", path, object().put("name", name())));
      }
    }
  }

  private Reply done(Reply reply) {
    if (reply.ok()) {
      accepted++;
    } else if (reply.status() >= 500) {
      throw new IllegalStateException("a command failed: " + reply);
    }
    return reply;
  }

  private ObjectNode content(String collection) {
    ObjectNode content = object().put("name", name()).put("description", text());
    switch (collection) {
      case "/v1/instances" -> content.put("vpcId", idOf("/v1/vpcs"));
      case "/v1/services" -> {
        if (random.nextInt(4) > 0) {
          content.put("instanceId", idOf("/v1/instances"));
        }
      }
      case "/v1/upstreams" -> {
        content.put("vpcId", idOf("/v1/vpcs")).put("protocol", "HTTP");
        content.put("retries", 1 + random.nextInt(100));
        var nodes = content.putArray("nodes");
        for (int i = 0; i <= random.nextInt(4); i++) {
          nodes
              .addObject()
              .put("address", "10.0.0." + (i + 1))
              .put("port", 80 + random.nextInt(3))
              .put("weight", random.nextInt(101));
        }
      }
      default -> {
        // a name and a description are all
      }
    }
    return content;
  }

  private ObjectNode api() {
    ObjectNode api = object().put("name", name()).put("description", text());
    api.putObject("frontEnd").put("path", "/p" + random.nextInt(12)).put("method", "GET");
    api.putObject("backEnd").put("upstreamId", idOf("/v1/upstreams")).put("path", "/");
    return api;
  }

  private ObjectNode release() {
    return object().put("environment", any(ENVIRONMENTS)).put("description", text());
  }

  private ObjectNode domain() {
    return object()
        .put("domain", "d" + random.nextInt(20) + ".example.com")
        .put("environment", any(ENVIRONMENTS));
  }

  /** An object that is there, or, now and then, one that never was. */
  private String idOf(String collection) {
    List<String> ids = known.get(collection);
    String prefix =
        switch (collection) {
          case "/v1/cloud-connect-networks" -> "ccn";
          default -> collection.substring("/v1/".length(), collection.length() - 1);
        };
    return ids.isEmpty() || random.nextInt(20) == 0 ? prefix + "-00000000" : any(ids);
  }

  private String name() {
    return "n" + random.nextInt(40);
  }

  private String text() {
    return random.nextInt(3) == 0 ? "" : "text " + random.nextInt(9) + " é";
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
