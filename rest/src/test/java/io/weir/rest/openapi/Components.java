package io.weir.rest.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.ledger.RefusalCode;
import io.weir.rest.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts that operations refer to. A field of an object is written once: what requests, answers
 * and pages are made of follows from it.
 */
final class Components {
  private final Written written;
  private final ObjectNode schemas = Json.MAPPER.createObjectNode();

  Components(Written written) {
    this.written = written;
    written
        .parts()
        .path("objects")
        .properties()
        .forEach(one -> object(one.getKey(), one.getValue()));
    schemas.setAll(written.parts().withObject("/schemas"));
    ArrayNode codes = schemas.withObject("/Problem/properties/code").putArray("enum");
    List.of(ProblemCode.values()).forEach(code -> codes.add(code.name()));
    List.of(RefusalCode.values()).forEach(code -> codes.add(code.name()));
  }

  /** What requests and answers about an object are. */
  private void object(String name, JsonNode object) {
    ObjectNode properties = object.get("properties").deepCopy();
    properties.setAll((ObjectNode) written.parts().get("revision"));
    Set<String> told = new LinkedHashSet<>();
    properties.fieldNames().forEachRemaining(told::add);
    told.remove("warnings");
    object.path("optional").forEach(field -> told.remove(field.textValue()));
    ObjectNode answer = Json.MAPPER.createObjectNode().put("type", "object");
    answer.setAll((ObjectNode) object);
    answer.remove(List.of("optional", "key"));
    answer.set("properties", properties);
    ObjectNode request = answer.deepCopy();
    request.setAll((ObjectNode) written.parts().get("request"));
    told.forEach(answer.putArray("required")::add);
    if (object.has("key")) {
      ObjectNode change = request.deepCopy();
      ArrayNode required = change.putArray("required");
      object
          .get("required")
          .forEach(
              field -> {
                if (!field.equals(object.get("key"))) {
                  required.add(field);
                }
              });
      schemas.set(name + "Change", change);
    }
    schemas.set(name + "Request", request);
    schemas.set(name, answer);
  }

  /** What replaces an object: its name cannot be another. */
  String replacement(String name) {
    return name + (written.part("objects", name).has("key") ? "Change" : "Request");
  }

  /** Refers to a schema; that of a page is made of what is on it. */
  ObjectNode schema(String name) {
    if (!schemas.has(name) && name.endsWith("List")) {
      String item = name.substring(0, name.length() - "List".length());
      ObjectNode page = written.parts().get("page").deepCopy();
      page.withObject("/properties/items").set("items", Written.schema(item));
      if (schemas.path(item).has("additionalProperties")) {
        page.put("additionalProperties", false);
      }
      schemas.set(name, page);
      ObjectNode examples = written.parts().withObject("/examples");
      String example = Character.toLowerCase(name.charAt(0)) + name.substring(1);
      JsonNode one = examples.path(example.substring(0, item.length())).path("value");
      if (!examples.has(example) && one.isObject()) {
        ObjectNode value = examples.putObject(example).putObject("value");
        value.putArray("items").add(one);
        value.put("total", 1).put("position", 42);
      }
    }
    return Written.schema(name);
  }

  /** A parameter whose name its component may say behind a dot. */
  ObjectNode parameter(String name, ObjectNode said) {
    ObjectNode parameter =
        Json.MAPPER
            .createObjectNode()
            .put("name", name.substring(name.lastIndexOf('.') + 1))
            .put("in", "query");
    return parameter.setAll(said);
  }

  /** Of a schema, or of what its fields hold; null if there is none. */
  @Nullable JsonNode field(String schema, String name) {
    JsonNode properties = schemas.path(schema).path("properties");
    if (properties.has(name)) {
      return properties.get(name);
    }
    for (JsonNode property : properties) {
      String reference = property.path("$ref").asText();
      JsonNode found = field(reference.substring(reference.lastIndexOf('/') + 1), name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** With those of these examples that there are. */
  ObjectNode exemplified(ObjectNode content, List<String> names) {
    for (String name : names) {
      if (written.part("examples", name).isObject()) {
        content.withObject("/examples").set(name, Written.reference("examples", name));
      }
    }
    return content;
  }

  /** An answer with a problem. */
  private static ObjectNode problem(JsonNode said) {
    ObjectNode problem = Json.MAPPER.createObjectNode();
    problem.set("description", said.get("description"));
    said.path("headers")
        .forEach(
            name ->
                problem
                    .withObject("/headers")
                    .set(name.textValue(), Written.reference("headers", name.textValue())));
    ObjectNode content = problem.putObject("content").putObject("application/problem+json");
    content.set("schema", Written.schema("Problem"));
    said.path("examples")
        .forEach(
            name ->
                content
                    .withObject("/examples")
                    .set(name.textValue(), Written.reference("examples", name.textValue())));
    return problem;
  }

  /** Everything that something in {@code document} leads to. */
  void addTo(ObjectNode document) {
    ObjectNode all = written.parts().deepCopy();
    all.set("schemas", schemas);
    all.withObject("/parameters")
        .properties()
        .forEach(one -> one.setValue(parameter(one.getKey(), (ObjectNode) one.getValue())));
    all.withObject("/responses").properties().forEach(one -> one.setValue(problem(one.getValue())));
    Set<String> used = new LinkedHashSet<>();
    List<JsonNode> next = new ArrayList<>(List.of(document.get("paths")));
    while (!next.isEmpty()) {
      for (String reference : next.removeLast().findValuesAsText("$ref")) {
        JsonNode part = all.at(reference.replace("#/components", ""));
        if (part.isMissingNode()) {
          throw new AssertionError("nothing is written of " + reference);
        }
        if (used.add(reference)) {
          next.add(part);
        }
      }
    }
    for (String section : List.of("parameters", "headers", "responses", "schemas", "examples")) {
      all.get(section)
          .properties()
          .forEach(
              part -> {
                String name = part.getKey();
                if (used.contains("#/components/" + section + "/" + name)) {
                  document.withObject("/components/" + section).set(name, part.getValue());
                } else if (!written.common().path(section).has(name)) {
                  throw new AssertionError("nothing refers to " + section + "/" + name);
                }
              });
    }
  }
}
