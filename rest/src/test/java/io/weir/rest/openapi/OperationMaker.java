package io.weir.rest.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.guard.access.AccessTable;
import io.weir.rest.Body;
import io.weir.rest.EntityTags;
import io.weir.rest.KnownTags;
import io.weir.rest.kind.KindResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes an operation: its parameters, its body and what it answers follow from how it is declared,
 * and what is written of it goes before that.
 */
final class OperationMaker {
  /** Every write says these, and they are recorded with it. */
  private static final List<String> RECORDED =
      List.of("Idempotency-Key", "Weir-Actor", "Weir-Reason", "X-Request-Id");

  /** What the writing of an operation says to this class; all else goes into the document. */
  private static final Set<String> SAID =
      Set.of("is", "takes", "recorded", "answer", "status", "headers", "examples", "parameters");

  private final Written written;
  private final Components components;
  private final Offered offered;
  private final String verb;
  private final String path;
  private final ObjectNode said;

  /** The schema of what the path is about; empty if that is no JSON. */
  private final String object;

  /** The schema of what is answered. */
  private final String is;

  OperationMaker(
      Written written,
      Components components,
      Offered offered,
      String verb,
      String path,
      JsonNode item,
      ObjectNode said) {
    this.written = written;
    this.components = components;
    this.offered = offered;
    this.verb = verb;
    this.path = path;
    this.said = said;
    this.object = item.path("is").asText(isHistory(path) ? "Event" : "");
    this.is = said.path("is").asText(object);
  }

  private static boolean isHistory(String path) {
    return path.endsWith("/history");
  }

  ObjectNode make(String tag) {
    ObjectNode made = Json.MAPPER.createObjectNode();
    made.putArray("tags").add(isHistory(path) ? "history" : tag);
    made.put("operationId", id());
    if (!said.path("summary").isTextual()) {
      throw new AssertionError(verb + " " + path + " has no summary");
    }
    made.set("summary", said.get("summary"));
    if (said.has("description")) {
      made.set("description", said.get("description"));
    }
    ArrayNode parameters = parameters();
    if (!parameters.isEmpty()) {
      made.set("parameters", parameters);
    }
    if (offered.takes(Body.class)) {
      made.set("requestBody", body());
    }
    made.set("responses", responses());
    ObjectNode rest = said.deepCopy();
    rest.remove(SAID);
    return merge(made, rest);
  }

  /** The table of access has the name, and the very path. */
  private String id() {
    return AccessTable.operations().stream()
        .filter(line -> line.path().equals(path) && line.method().equalsIgnoreCase(verb))
        .findFirst()
        .orElseThrow(() -> new AssertionError("access.txt has no line for " + verb + " " + path))
        .id();
  }

  private ArrayNode parameters() {
    Map<String, String> places = new LinkedHashMap<>(offered.parameters());
    if (isRecorded()) {
      RECORDED.forEach(name -> places.put(name, "header"));
    }
    said.path("parameters").properties().forEach(own -> ownPlace(own.getKey(), places));
    List<String> names = new ArrayList<>(places.keySet());
    List<String> order = new ArrayList<>();
    written.parts().get("parameters").fieldNames().forEachRemaining(order::add);
    names.sort(Comparator.comparing(name -> order.indexOf(component(name, places.get(name)))));
    ArrayNode parameters = Json.MAPPER.createArrayNode();
    names.forEach(name -> parameters.add(parameter(name, String.valueOf(places.get(name)))));
    return parameters;
  }

  /** A header that a method reads by itself stands nowhere else. */
  private void ownPlace(String name, Map<String, String> places) {
    String place = said.path("parameters").path(name).path("in").asText("query");
    if (place.equals("header")) {
      places.put(name, place);
    } else if (!places.containsKey(name)) {
      throw new AssertionError(verb + " " + path + " takes no " + name);
    }
  }

  private JsonNode parameter(String name, String in) {
    JsonNode own = said.path("parameters").path(name);
    if (own.isObject()) {
      return components.parameter(name, (ObjectNode) own);
    }
    if (name.equals("sort") && offered.list() != null) {
      List<String> sorts = offered.list().sorts();
      ObjectNode sort = written.part("parameters", name).deepCopy();
      ObjectNode schema = sort.withObject("/schema");
      sorts.forEach(schema.putArray("enum")::add);
      schema.put("default", sorts.getFirst());
      return components.parameter(name, sort);
    }
    String component = component(name, in);
    if (component != null) {
      return Written.reference("parameters", component);
    }
    JsonNode field = components.field(is, camelCase(name));
    if (field == null) {
      throw new AssertionError("nothing is written of " + name + " of " + verb + " " + path);
    }
    ObjectNode filter = Json.MAPPER.createObjectNode();
    if (field.has("description")) {
      filter.set("description", field.get("description"));
    }
    ObjectNode schema = field.deepCopy();
    schema.remove(List.of("description", "default", "readOnly"));
    return components.parameter(name, filter.<ObjectNode>set("schema", schema));
  }

  /** What is common to all operations with this parameter, or to those about the same object. */
  private @Nullable String component(String name, @Nullable String in) {
    for (String component : List.of(is + "." + name, name)) {
      JsonNode found = written.part("parameters", component);
      if (found.isObject() && found.path("in").asText("query").equals(in)) {
        return component;
      }
    }
    return null;
  }

  private static String camelCase(String name) {
    StringBuilder text = new StringBuilder();
    for (String word : name.split("_")) {
      text.append(
          text.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return text.toString();
  }

  private boolean isWrite() {
    return offered.takes(EntityTags.class);
  }

  private boolean isRecorded() {
    return isWrite() || said.path("recorded").asBoolean();
  }

  private ObjectNode body() {
    ObjectNode body = Json.MAPPER.createObjectNode().put("required", true);
    ObjectNode content = body.putObject("content");
    if (verb.equals("patch")) {
      ObjectNode patch = content("MergePatch", "patch" + object);
      content.set(Body.MERGE_PATCH, patch);
      content.set("application/json", patch);
      return body;
    }
    String otherwise = verb.equals("put") ? components.replacement(object) : object + "Request";
    String takes = said.path("takes").asText(otherwise);
    content.set("application/json", content(takes, "new" + takes.replace("Request", "")));
    return body;
  }

  private ObjectNode content(String schema, String example) {
    ObjectNode content = Json.MAPPER.createObjectNode();
    content.set("schema", components.schema(schema));
    List<String> names = new ArrayList<>();
    said.path("examples").forEach(name -> names.add(name.textValue()));
    return components.exemplified(content, names.isEmpty() ? List.of(example) : names);
  }

  private ObjectNode responses() {
    ObjectNode responses = Json.MAPPER.createObjectNode();
    JsonNode usual = written.part("answers", kindOfAnswer());
    String status = said.path("status").asText(usual.path("status").asText("200"));
    ObjectNode success = responses.putObject(status);
    success.put("description", said.path("answer").asText(usual.path("description").asText()));
    List<JsonNode> headers = new ArrayList<>();
    usual.path("headers").forEach(headers::add);
    said.path("headers").forEach(headers::add);
    headers.forEach(
        name ->
            success
                .withObject("/headers")
                .set(name.textValue(), Written.reference("headers", name.textValue())));
    if (!is.isEmpty() && !status.equals("204")) {
      String schema = is + (offered.list() == null ? "" : "List");
      ObjectNode content = success.putObject("content").putObject("application/json");
      content.set("schema", components.schema(schema));
      components.exemplified(
          content, List.of(Character.toLowerCase(schema.charAt(0)) + schema.substring(1)));
    }
    if (offered.takes(KnownTags.class)) {
      ObjectNode unchanged = success.deepCopy();
      unchanged.remove("content");
      responses.set("304", unchanged.setAll((ObjectNode) written.part("answers", "unchanged")));
    }
    if (isWrite()) {
      tried(responses, status);
    }
    problems().forEach((code, name) -> responses.set(code, Written.reference("responses", name)));
    return responses;
  }

  /** Every write can be tried: that is another answer, with a status that may be the same. */
  private void tried(ObjectNode responses, String status) {
    JsonNode usual = written.part("answers", "tried");
    ObjectNode tried = Json.MAPPER.createObjectNode();
    tried.put("description", usual.get("description").textValue());
    usual
        .path("headers")
        .forEach(
            name ->
                tried
                    .withObject("/headers")
                    .set(name.textValue(), Written.reference("headers", name.textValue())));
    ObjectNode content = tried.putObject("content").putObject("application/json");
    content.set("schema", components.schema("DryRun"));
    components.exemplified(content, List.of("dryRun"));
    if (!status.equals("200")) {
      responses.set("200", tried);
      return;
    }
    ObjectNode success = (ObjectNode) responses.get("200");
    success.put(
        "description",
        success.get("description").textValue() + " " + tried.get("description").textValue());
    ObjectNode done = success.withObject("/content/application~1json");
    ObjectNode either = Json.MAPPER.createObjectNode();
    either.putArray("oneOf").add(done.get("schema")).add(content.get("schema"));
    done.set("schema", either);
    components.exemplified(done, List.of("dryRun"));
  }

  private String kindOfAnswer() {
    if (offered.list() != null) {
      return isHistory(path) ? "history" : "list";
    }
    return isWrite() ? verb : offered.takes(KnownTags.class) ? "get" : "other";
  }

  private Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>(Map.of("400", "Invalid"));
    if (path.contains("{")) {
      problems.put("404", "NotFound");
    }
    if (isWrite()
        && (offered.takes(Body.class) || KindResource.class.isAssignableFrom(offered.resource()))) {
      problems.put("409", "Conflict");
    }
    if (isWrite()) {
      problems.put("412", "PreconditionFailed");
    }
    if (offered.takes(Body.class)) {
      problems.put("413", "TooLarge");
      problems.put("415", "UnsupportedMediaType");
    }
    if (isRecorded()) {
      problems.put("422", "Unprocessable");
    }
    problems.put("503", "Unavailable");
    return problems;
  }

  /** A JSON Merge Patch (RFC 7396) on what is made. */
  private static ObjectNode merge(ObjectNode made, ObjectNode patch) {
    patch
        .properties()
        .forEach(
            member -> {
              String name = member.getKey();
              if (member.getValue().isNull()) {
                made.remove(name);
              } else if (member.getValue() instanceof ObjectNode inner
                  && made.get(name) instanceof ObjectNode outer) {
                merge(outer, inner);
              } else {
                made.set(name, member.getValue());
              }
            });
    return made;
  }
}
