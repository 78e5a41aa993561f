package io.weir.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The JSON Schema (2020-12) of gateway.yaml. What only the text has is in gateway.schema.json;
 * values, with their limits, are those of the schemas of events, but closed and with defaults.
 */
final class GatewaySchema {
  /** Events whose schemas define, together, every value. */
  private static final List<String> EVENTS =
      List.of(
          "upstream.created.v1",
          "api.created.v1",
          "domain.bound.v1",
          "instance.created.v1",
          "cloud-connect-network.created.v1");

  /** What must be written of an object that events define. */
  private static final Map<String, List<String>> REQUIRED =
      Map.of("node", List.of("address", "port"), "domainSettings", List.of("environment"));

  /** An escape of a character that needs none; a path with one is not in normal form. */
  private static final String NO_NEEDLESS_ESCAPE =
      "(?!\\S*%(?:2[DdEe]|3[0-9]|4[1-9A-Fa-f]|5[0-9AaFf]|6[1-9A-Fa-f]|7[0-9AaEe]))";

  private static final String OLDER_EVENTS = "absent in older events, which means";

  private final ObjectNode schema = (ObjectNode) resource("/gateway.schema.json");
  private final ObjectNode definitions = schema.withObject("/$defs");
  private final ObjectNode events = Json.MAPPER.createObjectNode();

  private GatewaySchema() {
    for (String type : EVENTS) {
      events.setAll((ObjectNode) resource("/schemas/" + type + ".json").path("$defs"));
    }
  }

  private static JsonNode resource(String name) {
    try (InputStream in = GatewaySchema.class.getResourceAsStream(name)) {
      byte[] text = Objects.requireNonNull(in, name).readAllBytes();
      return Json.MAPPER.readTree(new String(text, UTF_8).replace(OLDER_EVENTS, "absent means"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schema as a text of several lines. */
  static String text() {
    GatewaySchema made = new GatewaySchema();
    made.texts();
    made.objects();
    made.addWhatIsReferredTo(made.schema, new HashSet<>());
    optional(made.schema);
    made.definitions.forEach(GatewaySchema::optional);
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(made.schema);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always written", e);
    }
  }

  /** Texts that hold more than one value. */
  private void texts() {
    ObjectNode authority = definitions.withObject("/authority").put("type", "string");
    for (JsonNode host : events.at("/hostHeader/anyOf")) {
      String pattern = host.path("pattern").asText();
      authority
          .withArray("/anyOf")
          .addObject()
          .put("pattern", pattern.substring(0, pattern.lastIndexOf('?')) + "$");
    }
    ArrayNode fronts = definitions.withArray("/front/anyOf");
    for (JsonNode path : events.at("/frontPath/anyOf")) {
      fronts.add(endpoint(events.at("/frontEnd/properties/method"), path, NO_NEEDLESS_ESCAPE));
    }
    definitions.set(
        "back", endpoint(events.at("/backEnd/properties/method"), events.path("backPath"), ""));
    definitions
        .withObject("/api/properties")
        .set("timeoutMillis", events.at("/backEnd/properties/timeoutMillis"));
  }

  /** A path, or a method and a path. */
  private static ObjectNode endpoint(JsonNode method, JsonNode path, String more) {
    String pattern = path.path("pattern").asText();
    StringBuilder methods = new StringBuilder();
    method.path("enum").forEach(one -> methods.append('|').append(one.asText()));
    return Json.MAPPER
        .createObjectNode()
        .put("type", "string")
        .put(
            "pattern",
            "^\\s*(?:(?:%s)\\s+)?(?=\\S{1,%d}\\s*$)%s%s\\s*$"
                .formatted(
                    methods.substring(1),
                    path.path("maxLength").asInt(),
                    more,
                    pattern.substring(1, pattern.length() - 1).replace("(/|$)", "(/|\\s|$)")));
  }

  private void objects() {
    ObjectNode settings = events.withObject("/upstreamSettings/properties");
    settings.remove(List.of("name", "vpcId"));
    definitions.withObject("/upstream/properties").setAll(settings);
    events.withObject("/domainSettings/properties").remove("serviceId");
    for (JsonNode definition : events) {
      ((ObjectNode) definition).remove("required");
    }
    REQUIRED.forEach(
        (name, fields) ->
            events.withObject("/" + name).set("required", Json.MAPPER.valueToTree(fields)));
    ArrayNode node = events.withObject("/nodes/items").removeAll().withArray("/anyOf");
    node.addObject().put("$ref", "#/$defs/authority");
    node.addObject().put("$ref", "#/$defs/node");
  }

  private void addWhatIsReferredTo(JsonNode part, Set<String> seen) {
    if (part.path("$ref").isTextual()) {
      String name = part.path("$ref").asText().substring("#/$defs/".length());
      if (!definitions.has(name)) {
        definitions.set(name, events.required(name));
      }
      if (seen.add(name)) {
        addWhatIsReferredTo(definitions.path(name), seen);
      }
    }
    // definitions are added meanwhile
    for (JsonNode child : part.valueStream().toList()) {
      addWhatIsReferredTo(child, seen);
    }
  }

  /** Objects have described fields only; those not required may be null, which is absent. */
  private static void optional(JsonNode part) {
    if (part instanceof ObjectNode object && object.has("properties")) {
      Set<String> required = new HashSet<>();
      object.path("required").forEach(field -> required.add(field.asText()));
      ObjectNode fields = object.withObject("/properties");
      for (Map.Entry<String, JsonNode> field : List.copyOf(fields.properties())) {
        if (!required.contains(field.getKey())) {
          fields.set(field.getKey(), orNull((ObjectNode) field.getValue()));
        }
      }
      object.put("additionalProperties", false);
    }
  }

  private static ObjectNode orNull(ObjectNode field) {
    ObjectNode either = Json.MAPPER.createObjectNode();
    either.set("description", field.path("description"));
    either.withArray("/anyOf").add(field.deepCopy().without("description"));
    either.withArray("/anyOf").addObject().put("type", "null");
    return either;
  }
}
