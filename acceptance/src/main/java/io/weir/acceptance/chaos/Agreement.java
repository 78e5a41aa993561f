package io.weir.acceptance.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.acceptance.chaos.history.ProvenLedger;
import io.weir.acceptance.chaos.load.Management;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.image.Revision;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.image.Vpc;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Whether, in the end, all processes have made the same of the same events. */
final class Agreement {
  static final String LISTS = "lists equal the fold of the ledger";
  static final String HASHES = "gateway nodes and projector have the configuration of the ledger";

  /** Hashes are told some seconds after the image that they are of. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Agreement() {}

  /** Every list beside what the events make of it; what is different, a sentence each. */
  static List<String> lists(Management management, ProvenLedger ledger)
      throws IOException, InterruptedException {
    Map<String, Map<String, String>> folded = folded(ledger.image());
    List<String> different = new ArrayList<>();
    for (var kind : folded.entrySet()) {
      Map<String, String> listed = new TreeMap<>();
      for (JsonNode item : management.all(kind.getKey(), ledger.end())) {
        listed.put(
            item.path("id").asText(),
            line(
                item.path("version").asLong(),
                item.path("position").asLong(),
                item.path("name").asText(),
                item.path("description").asText()));
      }
      different.addAll(differences(kind.getKey(), kind.getValue(), listed));
    }
    return different;
  }

  /** What is different, by id. */
  static List<String> differences(
      String kind, Map<String, String> folded, Map<String, String> listed) {
    TreeSet<String> ids = new TreeSet<>(folded.keySet());
    ids.addAll(listed.keySet());
    List<String> different = new ArrayList<>();
    for (String id : ids) {
      String one = folded.getOrDefault(id, "not there");
      String other = listed.getOrDefault(id, "not there");
      if (!one.equals(other)) {
        different.add("%s: %s is listed as %s, folded it is %s".formatted(kind, id, other, one));
      }
    }
    return different;
  }

  /** What lists have to say, by path and id. */
  private static Map<String, Map<String, String>> folded(GatewayImage image) {
    Map<String, String> vpcs = new TreeMap<>();
    for (Vpc vpc : image.vpcs().values()) {
      var settings = vpc.settings();
      vpcs.put(vpc.id().toString(), line(vpc.revision(), settings.name(), settings.description()));
    }
    Map<String, String> instances = new TreeMap<>();
    for (Instance instance : image.instances().values()) {
      var settings = instance.settings();
      instances.put(
          instance.id().toString(),
          line(instance.revision(), settings.name(), settings.description()));
    }
    Map<String, String> upstreams = new TreeMap<>();
    for (Upstream upstream : image.upstreams().values()) {
      var settings = upstream.settings();
      upstreams.put(
          upstream.id().toString(),
          line(
              upstream.revision(),
              Objects.requireNonNullElse(settings.name(), ""),
              settings.description()));
    }
    Map<String, String> services = new TreeMap<>();
    for (Service service : image.services().values()) {
      var settings = service.settings();
      services.put(
          service.id().toString(),
          line(service.revision(), settings.name(), settings.description()));
    }
    return Map.of(
        "/v1/vpcs", vpcs,
        "/v1/instances", instances,
        "/v1/upstreams", upstreams,
        "/v1/services", services);
  }

  private static String line(Revision revision, Object name, Object description) {
    return line(revision.version(), revision.position(), name.toString(), description.toString());
  }

  private static String line(long version, long position, String name, String description) {
    return "version %d at %d, \"%s\", \"%s\"".formatted(version, position, name, description);
  }

  /** Waits until every process has told the hash that the ledger gives; who differs, if any. */
  static List<String> hashes(Management management) throws IOException, InterruptedException {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      JsonNode check = management.read("/v1/replay-check").body();
      List<String> different = new ArrayList<>();
      for (JsonNode process : check.path("processes")) {
        if (!process.path("status").asText().equals("AGREES")) {
          different.add(process.toString());
        }
      }
      boolean differs = check.path("verdict").asText().equals("DIFFERS");
      if (different.isEmpty() || differs || System.nanoTime() - limit > 0) {
        return different;
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }
}
