package io.weir.rest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.weir.contracts.codec.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The OpenAPI document of a service. */
final class OpenApiDocument {
  private static final String TOP =
      "# Made of the resources and of what src/main/openapi says of them; do not edit it here.\n";
  private static final List<String> VERBS = List.of("get", "post", "put", "patch", "delete");
  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]*)}");

  private final Written written;
  private final Components components;
  private final Map<String, Offered> offered;

  private OpenApiDocument(Written written, Map<String, Offered> offered) {
    this.written = written;
    this.components = new Components(written);
    this.offered = offered;
  }

  /** As text, of the resources in these packages. */
  static String of(String packages) throws IOException {
    Written written = Written.in(Path.of("src/main/openapi"));
    return new OpenApiDocument(written, Offered.by(packages)).text();
  }

  private String text() throws JsonProcessingException {
    ObjectNode document = written.document();
    ObjectNode paths = document.putObject("paths");
    written
        .parts()
        .get("paths")
        .properties()
        .forEach(path -> paths.set(path.getKey(), item(path.getKey(), path.getValue())));
    if (!offered.isEmpty()) {
      throw new AssertionError("nothing is written of " + offered.keySet());
    }
    // components come last
    JsonNode own = document.remove("components");
    document.set("components", own == null ? document.objectNode() : own);
    components.addTo(document);
    return TOP + yaml().writeValueAsString(document);
  }

  private ObjectNode item(String path, JsonNode said) {
    ObjectNode item = Json.MAPPER.createObjectNode();
    ArrayNode ids = Json.MAPPER.createArrayNode();
    for (MatchResult id : PATH_PARAMETER.matcher(path).results().toList()) {
      ids.add(pathParameter(id.group(1)));
    }
    if (!ids.isEmpty()) {
      item.set("parameters", ids);
    }
    said.properties()
        .forEach(
            operation -> {
              String verb = operation.getKey();
              if (VERBS.contains(verb)) {
                Offered found = offered.remove(Offered.name(verb, path));
                if (found == null) {
                  throw new AssertionError("no resource answers " + verb + " " + path);
                }
                JsonNode value = operation.getValue();
                ObjectNode whole =
                    value.isTextual()
                        ? Json.MAPPER.createObjectNode().set("summary", value)
                        : (ObjectNode) value;
                item.set(
                    verb,
                    new OperationMaker(written, components, found, verb, path, said, whole)
                        .make(said.get("tag").textValue()));
              }
            });
    return item;
  }

  /** Ids have a schema of their name. */
  private ObjectNode pathParameter(String name) {
    if (written.part("parameters", name).path("in").asText().equals("path")) {
      return Written.reference("parameters", name);
    }
    ObjectNode id = Json.MAPPER.createObjectNode().put("in", "path").put("required", true);
    id.set("schema", Written.schema(Character.toUpperCase(name.charAt(0)) + name.substring(1)));
    return components.parameter(name, id);
  }

  /** Quotes what some reader could take for something else than text. */
  private static YAMLMapper yaml() {
    YAMLFactory format =
        YAMLFactory.builder()
            .enable(Feature.MINIMIZE_QUOTES, Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(Feature.WRITE_DOC_START_MARKER, Feature.SPLIT_LINES)
            .stringQuotingChecker(
                new StringQuotingChecker.Default() {
                  private static final long serialVersionUID = 1L;

                  @Override
                  public boolean needToQuoteName(String name) {
                    return !name.matches("[A-Za-z/$][A-Za-z0-9/$._{}-]*")
                        || isReservedKeyword(name);
                  }

                  @Override
                  public boolean needToQuoteValue(String value) {
                    return super.needToQuoteValue(value) || value.matches("[0-9+.<=-].*");
                  }
                })
            .build();
    return new YAMLMapper(format);
  }
}
