package io.weir.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.codec.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The schema files of this build, by event type. */
final class EventSchemas {
  static final Path DIRECTORY = Path.of("src/main/resources/schemas");

  private EventSchemas() {}

  /** The types that have a file. */
  static List<String> files() {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files
          .map(file -> file.getFileName().toString().replaceAll("\\.json$", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode of(String type) {
    return read(DIRECTORY.resolve(type + ".json"));
  }

  static JsonNode read(Path file) {
    try {
      return Json.MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonSchema compiled(JsonNode schema) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(
            schema,
            SchemaValidatorsConfig.builder().regularExpressionFactory(new EcmaRegex()).build());
  }

  /** Every type's schema, in which an object may have described fields only. */
  static Map<String, JsonSchema> closed() {
    Map<String, JsonSchema> all = new TreeMap<>();
    for (String type : EventTypes.names()) {
      JsonNode schema = of(type);
      close(schema);
      all.put(type, compiled(schema));
    }
    return all;
  }

  private static void close(JsonNode node) {
    node.forEach(EventSchemas::close);
    if (node instanceof ObjectNode object && object.path("properties").isObject()) {
      object.put("additionalProperties", false);
    }
  }
}
