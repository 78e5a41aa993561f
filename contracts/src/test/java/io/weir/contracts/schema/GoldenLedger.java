package io.weir.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.codec.Json;
import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Snapshot;
import io.weir.contracts.log.Recorded;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What releases have written: for each, a directory with a file per event type, two where no event
 * has all fields (the headers and the value of a Kafka record), a snapshot file, and the schemas as
 * they were. Nothing in a directory changes after its release.
 */
final class GoldenLedger {
  /** The release that is being made: the directory new files belong in. */
  static final String RELEASE = "v5";

  static final Path DIRECTORY = Path.of("src/test/resources/golden");

  private GoldenLedger() {}

  /** All releases that left files. */
  static List<String> releases() {
    return list(DIRECTORY).stream().map(path -> path.getFileName().toString()).toList();
  }

  /** The types a release has published a schema of. */
  static List<String> schemas(String release) {
    return list(DIRECTORY.resolve(release).resolve("schemas")).stream()
        .map(path -> path.getFileName().toString().replaceAll("\\.json$", ""))
        .toList();
  }

  /** By the names of their files, in the order of the ledger. */
  static Map<String, Recorded> events(String release) {
    List<Recorded> all = new ArrayList<>();
    for (Path file : list(DIRECTORY.resolve(release))) {
      if (file.toString().endsWith(".json")) {
        JsonNode golden = EventSchemas.read(file);
        Map<String, String> headers = new LinkedHashMap<>();
        golden
            .path("headers")
            .properties()
            .forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
        all.add(KafkaHeaders.read(headers, golden.path("value").asText()));
      }
    }
    all.sort(Comparator.comparing(recorded -> recorded.envelope().position()));
    return named(all);
  }

  /** By type; the second of a type, which has fields that the first has not, as that. */
  static Map<String, Recorded> named(List<Recorded> events) {
    Map<String, Recorded> named = new LinkedHashMap<>();
    for (Recorded recorded : events) {
      String type = recorded.envelope().type();
      named.put(named.containsKey(type) ? type + ".second" : type, recorded);
    }
    return named;
  }

  static Path file(String release, String name) {
    return DIRECTORY.resolve(release).resolve(name + ".json");
  }

  static Path snapshot(String release) {
    return DIRECTORY.resolve(release).resolve("snapshot.jsonl");
  }

  static Path schema(String release, String type) {
    return DIRECTORY.resolve(release).resolve("schemas").resolve(type + ".json");
  }

  static GatewayImage fold(Iterable<Recorded> events, long upTo) {
    GatewayImage image = null;
    for (Recorded recorded : events) {
      if (image == null) {
        image = GatewayImage.genesis(recorded.envelope().ledgerId());
      }
      if (recorded.envelope().position() <= upTo) {
        GatewayDelta delta = new GatewayDelta(image);
        delta.replay(recorded, EventCodec.CURRENT.decode(recorded));
        image = delta.apply();
      }
    }
    if (image == null) {
      throw new IllegalArgumentException("no events");
    }
    return image;
  }

  /** Writes the directory of {@link #RELEASE}, unless there is one. */
  static void write() {
    Path directory = DIRECTORY.resolve(RELEASE);
    if (Files.exists(directory)) {
      throw new IllegalStateException(
          directory + " exists: delete it if it was never released, or name a new RELEASE");
    }
    List<Recorded> events = GoldenHistory.recorded();
    try {
      Files.createDirectories(directory.resolve("schemas"));
      for (Map.Entry<String, Recorded> entry : named(events).entrySet()) {
        Recorded recorded = entry.getValue();
        ObjectNode golden = Json.MAPPER.createObjectNode();
        ObjectNode headers = golden.putObject("headers");
        KafkaHeaders.of(recorded).forEach(headers::put);
        golden.put("value", recorded.data());
        Files.writeString(file(RELEASE, entry.getKey()), golden.toPrettyString() + "\n");
      }
      for (String type : EventTypes.names()) {
        Files.copy(EventSchemas.DIRECTORY.resolve(type + ".json"), schema(RELEASE, type));
      }
      try (OutputStream out = Files.newOutputStream(snapshot(RELEASE))) {
        new Snapshot(fold(events, GoldenHistory.ups().size()), 15).write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
