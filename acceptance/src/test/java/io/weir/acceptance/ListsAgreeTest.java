package io.weir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Single objects are made from the ledger's image, lists from tables that another process writes:
 * after any history the two say the same, of what is and of what was.
 */
@Timeout(1200)
@Tag("slow")
class ListsAgreeTest {
  private static final long SEED = Long.getLong("weir.acceptance.seed", 1);
  private static final int COMMANDS = 500;
  private static final int PASTS = 3;

  /** What is computed when it is asked for, so that a list may leave it out, and what lists add. */
  private static final Set<String> NOT_IN_BOTH = Set.of("warnings", "serviceName");

  @Test
  void listsSayWhatSingleObjectsSay() throws Exception {
    try (Weir weir = Weir.start()) {
      Operator operator = new Operator(weir, SEED);
      List<Memory> memories = new ArrayList<>();
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < COMMANDS / 3; i++) {
          operator.act();
        }
        List<String> differences = new Comparison(weir, null).differences();
        assertThat(differences).as("seed %d, round %d", SEED, round).isEmpty();
        memories.add(Memory.of(weir));
      }
      assertThat(operator.accepted()).isGreaterThan(COMMANDS / 3);
      historyIsWhole(weir);
      for (Memory memory : memories) {
        assertThat(memory.differences()).as("seed %d", SEED).isEmpty();
      }
      thePastIsTheFoldToThere(weir);
    }
  }

  /** Lists beside single objects, and both beside the image, at positions taken by chance. */
  private static void thePastIsTheFoldToThere(Weir weir) throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < PASTS; i++) {
      long at = 1 + random.nextLong(weir.position());
      assertThat(new Comparison(weir, at).differences()).as("seed %d, at %d", SEED, at).isEmpty();
      Set<String> image = new TreeSet<>();
      for (String line : weir.lines("/v1/snapshot?at=" + at)) {
        JsonNode entry = Weir.JSON.readTree(line);
        if (entry
            .path("type")
            .asText()
            .matches("(vpc|cloud-connect-network|instance|upstream|service).created.*")) {
          image.add(entry.at("/data/id").textValue());
        }
      }
      Set<String> listed = new TreeSet<>();
      for (String kind :
          List.of("vpcs", "cloud-connect-networks", "instances", "upstreams", "services")) {
        weir.allAt("/v1/" + kind, 100, at).forEach(item -> listed.add(item.get("id").textValue()));
      }
      assertThat(listed).as("seed %d, at %d", SEED, at).isEqualTo(image);
    }
  }

  /** Each position once, the newest first. */
  private static void historyIsWhole(Weir weir) throws Exception {
    List<Long> positions = new ArrayList<>();
    for (JsonNode event : weir.all("/v1/events", 100)) {
      positions.add(event.get("position").longValue());
    }
    assertThat(positions).isNotEmpty();
    for (int i = 0; i < positions.size(); i++) {
      assertThat(positions.get(i)).isEqualTo(positions.size() - i);
    }
  }

  /** Every list beside what it lists, as things are or as they were at a position. */
  private record Comparison(Weir weir, @Nullable Long at, List<String> found) {
    Comparison(Weir weir, @Nullable Long at) {
      this(weir, at, new ArrayList<>());
    }

    private List<JsonNode> all(String path) throws Exception {
      return at == null ? weir.all(path, 7) : weir.allAt(path, 7, at);
    }

    private JsonNode one(String path) throws Exception {
      return weir.get(at == null ? path : path + "?at=" + at).body();
    }

    List<String> differences() throws Exception {
      compare("/v1/vpcs", "id");
      for (JsonNode network : compare("/v1/cloud-connect-networks", "id")) {
        for (JsonNode link : network.get("links")) {
          same(
              "/v1/cloud-connect-networks/%s/links/%s"
                  .formatted(text(network, "id"), text(link, "vpcId")),
              link);
        }
      }
      compare("/v1/instances", "id");
      for (JsonNode upstream : compare("/v1/upstreams", "id")) {
        String path = "/v1/upstreams/" + text(upstream, "id") + "/apis";
        int users = all(path).size();
        JsonNode count = upstream.get("apiCount");
        if (count == null || count.intValue() != users) {
          found.add(path + " lists " + users + ", the upstream counts " + count);
        }
      }
      Map<String, Integer> inServices = new TreeMap<>();
      for (JsonNode service : compare("/v1/services", "id")) {
        String path = "/v1/services/" + text(service, "id");
        inServices.merge("apis", compare(path + "/apis", "id").size(), Integer::sum);
        inServices.merge("domains", compare(path + "/domains", "domain").size(), Integer::sum);
        for (JsonNode release : all(path + "/releases")) {
          JsonNode alone = one(path + "/releases/" + text(release, "id"));
          for (String field : List.of("id", "version", "position", "environment", "description")) {
            if (release.has(field) && !release.get(field).equals(alone.get(field))) {
              found.add(path + "/releases: " + release + " and " + alone);
            }
          }
        }
      }
      ofAllServices("apis", "id", inServices);
      ofAllServices("domains", "domain", inServices);
      return found;
    }

    /** The list of all services' objects beside those of each. */
    private void ofAllServices(String kind, String key, Map<String, Integer> inServices)
        throws Exception {
      List<JsonNode> items = all("/v1/" + kind);
      if (items.size() != inServices.getOrDefault(kind, 0)) {
        found.add("/v1/" + kind + " lists " + items.size() + ", services " + inServices);
      }
      for (JsonNode item : items) {
        same(
            "/v1/services/%s/%s/%s".formatted(text(item, "serviceId"), kind, text(item, key)),
            item);
        if (!item.hasNonNull("serviceName")) {
          found.add(item + " is of a service without a name");
        }
      }
    }

    /** Compares each item of a list with the object it stands for, and lists none twice. */
    private List<JsonNode> compare(String collection, String key) throws Exception {
      List<JsonNode> items = all(collection);
      if (items.stream().map(item -> text(item, key)).distinct().count() != items.size()) {
        found.add(collection + " lists something twice");
      }
      for (JsonNode item : items) {
        same(collection + "/" + text(item, key), item);
      }
      return items;
    }

    private void same(String path, JsonNode item) throws Exception {
      JsonNode alone = one(path);
      if (!plain(item).equals(plain(alone))) {
        found.add(path + ": in the list " + item + ", alone " + alone);
      }
    }

    private static JsonNode plain(JsonNode object) {
      ObjectNode plain = object.deepCopy();
      plain.remove(NOT_IN_BOTH);
      return plain;
    }

    private static String text(JsonNode object, String field) {
      return object.get(field).textValue();
    }
  }
}
