package io.weir.rest.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.weir.contracts.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What people wrote about a service: {@code document.yaml}, a file for each of its tags that has
 * something to say, and {@code common.yaml}, which all services share. A name where a schema is due
 * stands for the reference.
 *
 * @param common what is shared, of which a service need not use all
 */
record Written(ObjectNode document, ObjectNode parts, ObjectNode common) {
  private static final Path COMMON = Path.of("../rest/src/main/openapi/common.yaml");
  private static final String SCHEMAS = "#/components/schemas/";

  static Written in(Path folder) throws IOException {
    ObjectNode document = read(folder.resolve("document.yaml"));
    ObjectNode parts = Json.MAPPER.createObjectNode();
    List<ObjectNode> files = new ArrayList<>(List.of(parts(document)));
    for (JsonNode tag : document.get("tags")) {
      Path file = folder.resolve(tag.get("name").textValue() + ".yaml");
      if (Files.exists(file)) {
        ObjectNode part = read(file);
        part.path("paths").forEach(path -> ((ObjectNode) path).set("tag", tag.get("name")));
        files.add(part);
      }
    }
    ObjectNode common = read(COMMON);
    files.add(common);
    for (ObjectNode file : files) {
      file.properties()
          .forEach(
              section ->
                  section
                      .getValue()
                      .properties()
                      .forEach(
                          part ->
                              parts
                                  .withObject("/" + section.getKey())
                                  .putIfAbsent(part.getKey(), part.getValue())));
    }
    return new Written(document, parts, common);
  }

  /** What stands in place of a common part. */
  private static ObjectNode parts(ObjectNode document) {
    ObjectNode own = document.objectNode();
    JsonNode responses = document.remove("responses");
    return responses == null ? own : own.set("responses", responses);
  }

  private static ObjectNode read(Path file) throws IOException {
    ObjectNode read = (ObjectNode) new YAMLMapper().readTree(file.toFile());
    read.properties()
        .forEach(
            section -> {
              if (!section.getKey().equals("examples")) {
                section.setValue(whole(section.getValue(), false));
              }
            });
    return read;
  }

  /** With references in place of names; {@code named} where every member is a schema. */
  private static JsonNode whole(JsonNode node, boolean named) {
    switch (node) {
      case ObjectNode object ->
          object
              .properties()
              .forEach(
                  member -> {
                    String key = member.getKey();
                    JsonNode value = member.getValue();
                    if (value.isTextual()
                        && (named || key.equals("items") || key.equals("schema"))) {
                      member.setValue(schema(value.textValue()));
                    } else if (key.equals("$ref") && !value.textValue().startsWith("#")) {
                      member.setValue(TextNode.valueOf(SCHEMAS + value.textValue()));
                    } else {
                      whole(value, key.equals("properties") && !named);
                    }
                  });
      case ArrayNode array -> array.forEach(item -> whole(item, false));
      default -> {}
    }
    return node;
  }

  static ObjectNode schema(String name) {
    return reference("schemas", name);
  }

  static ObjectNode reference(String section, String name) {
    return Json.MAPPER.createObjectNode().put("$ref", "#/components/" + section + "/" + name);
  }

  /** A part, or a missing node. */
  JsonNode part(String section, String name) {
    return parts.path(section).path(name);
  }
}
