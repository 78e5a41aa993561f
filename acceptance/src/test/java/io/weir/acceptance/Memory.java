package io.weir.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every list said at one position, to be compared with what is said of it later. */
final class Memory {
  private static final List<String> ORDERS =
      List.of("", "?sort=-name", "?sort=changed", "?q=n1", "?fields=summary");

  private static final int PAGE = 25;

  private final Weir weir;
  private final long position;
  private final Map<String, List<JsonNode>> lists = new LinkedHashMap<>();

  private Memory(Weir weir) {
    this.weir = weir;
    position = weir.position();
  }

  /** Reads all there is; nobody else writes meanwhile. */
  static Memory of(Weir weir) throws Exception {
    Memory memory = new Memory(weir);
    for (String kind : List.of("vpcs", "cloud-connect-networks", "instances")) {
      memory.remember("/v1/" + kind);
    }
    for (JsonNode upstream : memory.remember("/v1/upstreams")) {
      memory.remember("/v1/upstreams/" + upstream.get("id").textValue() + "/apis", "");
    }
    for (JsonNode service : memory.remember("/v1/services")) {
      String path = "/v1/services/" + service.get("id").textValue();
      memory.remember(path + "/apis");
      memory.remember(path + "/releases", "");
      memory.remember(path + "/domains", "");
      memory.remember(path + "/environments", "");
    }
    memory.remember("/v1/apis");
    memory.remember("/v1/domains", "");
    if (weir.position() != memory.position) {
      throw new IllegalStateException("somebody wrote meanwhile");
    }
    return memory;
  }

  private List<JsonNode> remember(String path) throws Exception {
    for (String order : ORDERS) {
      remember(path, order);
    }
    return lists.getOrDefault(path, List.of());
  }

  private void remember(String path, String order) throws Exception {
    lists.put(path + order, read(path + order, "min_position=" + position));
  }

  private List<JsonNode> read(String path, String asOf) throws Exception {
    if (path.endsWith("/environments")) {
      List<JsonNode> items = new ArrayList<>();
      weir.get(path + "?" + asOf).body().get("items").forEach(items::add);
      return items;
    }
    return recorded(
        asOf.startsWith("at=") ? weir.allAt(path, PAGE, position) : weir.all(path, PAGE));
  }

  /** Everything that is said otherwise now of what was then. */
  List<String> differences() throws Exception {
    List<String> found = new ArrayList<>();
    for (var list : lists.entrySet()) {
      List<JsonNode> now = read(list.getKey(), "at=" + position);
      if (!now.equals(list.getValue())) {
        found.add(
            "%s at %d: then %s, now %s".formatted(list.getKey(), position, list.getValue(), now));
      }
    }
    return found;
  }

  /** Without what is not recorded: the health of nodes. */
  private static List<JsonNode> recorded(List<JsonNode> items) {
    for (JsonNode item : items) {
      item.path("nodes")
          .forEach(
              node -> ((ObjectNode) node).remove(List.of("health", "healthCause", "healthSince")));
    }
    return items;
  }
}
