package io.weir.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An OpenAPI document as a page that is read without a server. */
final class RestReference {
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private final JsonNode document;
  private final StringBuilder page = new StringBuilder();

  private RestReference(JsonNode document) {
    this.document = document;
  }

  /** The operations and objects of a document; {@code title} is the heading of the section. */
  static String of(String title, JsonNode document) {
    RestReference reference = new RestReference(document);
    reference.page.append("## ").append(title).append("\n\n");
    document
        .get("paths")
        .properties()
        .forEach(path -> reference.path(path.getKey(), path.getValue()));
    document
        .at("/components/schemas")
        .properties()
        .forEach(schema -> reference.object(schema.getKey(), schema.getValue()));
    return reference.page.toString();
  }

  private void path(String path, JsonNode item) {
    for (String method : METHODS) {
      JsonNode operation = item.get(method);
      if (operation != null) {
        operation(method.toUpperCase(java.util.Locale.ROOT) + " " + path, item, operation);
      }
    }
  }

  private void operation(String title, JsonNode item, JsonNode operation) {
    page.append("### `").append(title).append("`\n\n");
    page.append(operation.get("summary").textValue()).append(".");
    if (operation.has("description")) {
      page.append(' ').append(flat(operation.get("description").textValue()));
    }
    page.append("\n\n");
    List<String> parameters = new ArrayList<>();
    for (JsonNode owner : List.of(item, operation)) {
      owner.path("parameters").forEach(parameter -> parameters.add(parameter(resolved(parameter))));
    }
    parameters.forEach(parameter -> page.append("- ").append(parameter).append('\n'));
    operation
        .path("requestBody")
        .path("content")
        .properties()
        .forEach(
            content ->
                page.append("- body `%s`: ".formatted(content.getKey()))
                    .append(type(content.getValue().get("schema")))
                    .append('\n'));
    Map<String, String> answers = new TreeMap<>();
    operation
        .get("responses")
        .properties()
        .forEach(answer -> answers.put(answer.getKey(), answer(answer.getValue())));
    answers.forEach(
        (status, answer) ->
            page.append("- **").append(status).append("** ").append(answer).append('\n'));
    page.append('\n');
  }

  private String parameter(JsonNode parameter) {
    return "`%s` (%s%s): %s%s"
        .formatted(
            parameter.get("name").textValue(),
            parameter.get("in").textValue(),
            parameter.path("required").asBoolean()
                    && !parameter.get("in").textValue().equals("path")
                ? ", required"
                : "",
            type(parameter.get("schema")),
            described(parameter));
  }

  private String answer(JsonNode given) {
    JsonNode answer = resolved(given);
    StringBuilder line = new StringBuilder(flat(answer.get("description").textValue()));
    answer
        .path("content")
        .properties()
        .forEach(
            content ->
                line.append(" Body: ").append(type(content.getValue().get("schema"))).append('.'));
    return line.toString();
  }

  private void object(String name, JsonNode schema) {
    page.append("### ").append(name).append("\n\n");
    if (schema.has("description")) {
      page.append(flat(schema.get("description").textValue())).append("\n\n");
    }
    if (!schema.has("properties")) {
      page.append(limits(schema)).append("\n\n");
      return;
    }
    schema
        .path("allOf")
        .forEach(part -> page.append("All of ").append(type(part)).append(", and:\n\n"));
    page.append("| field | is | |\n|---|---|---|\n");
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(field -> required.add(field.textValue()));
    schema
        .get("properties")
        .properties()
        .forEach(
            field ->
                page.append(
                    "| `%s`%s | %s | %s |\n"
                        .formatted(
                            field.getKey(),
                            required.contains(field.getKey()) ? ", required" : "",
                            type(field.getValue()),
                            cell(described(field.getValue())))));
    page.append('\n');
  }

  private String type(@Nullable JsonNode schema) {
    if (schema == null) {
      return "";
    }
    if (schema.has("$ref")) {
      String name = name(schema);
      return "[" + name + "](#" + name.toLowerCase(java.util.Locale.ROOT) + ")";
    }
    if (schema.has("items")) {
      return "list of " + type(schema.get("items")) + bounds(schema, "minItems", "maxItems");
    }
    return cell(limits(schema));
  }

  /** What a plain value may be. */
  private String limits(JsonNode schema) {
    StringBuilder limits = new StringBuilder();
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      limits.append(type.textValue());
    } else {
      List<String> types = new ArrayList<>();
      type.forEach(one -> types.add(one.textValue()));
      limits.append(String.join(" or ", types));
    }
    for (String word : List.of("oneOf", "anyOf", "allOf")) {
      List<String> parts = new ArrayList<>();
      schema.path(word).forEach(part -> parts.add(type(part)));
      limits.append(String.join(word.equals("allOf") ? " and " : " or ", parts));
    }
    if (schema.has("enum")) {
      List<String> values = new ArrayList<>();
      schema.get("enum").forEach(value -> values.add("`" + value.asText() + "`"));
      limits.append(": ").append(String.join(", ", values));
    }
    limits
        .append(bounds(schema, "minimum", "maximum"))
        .append(bounds(schema, "minLength", "maxLength"));
    if (schema.has("pattern")) {
      limits.append(", `").append(schema.get("pattern").textValue()).append('`');
    }
    if (schema.has("default")) {
      limits.append(", default `").append(schema.get("default").asText()).append('`');
    }
    return limits.toString();
  }

  private static String bounds(JsonNode schema, String least, String most) {
    String unit = least.endsWith("Length") ? " characters" : "";
    if (schema.has(least) && schema.has(most)) {
      return ", " + schema.get(least).asText() + " to " + schema.get(most).asText() + unit;
    }
    if (schema.has(most)) {
      return ", at most " + schema.get(most).asText() + unit;
    }
    return schema.has(least) ? ", from " + schema.get(least).asText() + unit : "";
  }

  private static String described(JsonNode node) {
    return node.has("description") ? ". " + flat(node.get("description").textValue()) : "";
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
  }

  private static String name(JsonNode reference) {
    String text = reference.get("$ref").textValue();
    return text.substring(text.lastIndexOf('/') + 1);
  }

  private static String flat(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String cell(String text) {
    String plain = text.startsWith(". ") ? text.substring(2) : text;
    return plain.replace("|", "\\|");
  }
}
