package io.weir.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.restassured.response.Response;
import io.weir.contracts.codec.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The OpenAPI document as it is shipped. */
public final class ApiDocument {
  private final JsonNode document;

  private ApiDocument(JsonNode document) {
    this.document = document;
  }

  public static ApiDocument read() {
    try (InputStream yaml = ApiDocument.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      return new ApiDocument(new YAMLMapper().readTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode root() {
    return document;
  }

  /** Whether a field is only answered. */
  boolean isReadOnly(JsonNode field) {
    return field.path("readOnly").asBoolean() || resolved(field).path("readOnly").asBoolean();
  }

  /** What a reference leads to; anything else is itself. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
  }

  /** The JSON text of an example. */
  public String example(String name) {
    JsonNode value = document.at("/components/examples/" + name + "/value");
    assertThat(value.isMissingNode()).as(name).isFalse();
    return value.toString();
  }

  /** Checks that an answer is what the document says of it. */
  public void describes(String schema, Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isLessThan(600);
    describes(schema, answer.asString());
  }

  public void describes(String schema, String json) {
    ObjectNode rooted = Json.MAPPER.createObjectNode();
    rooted.put("$ref", "#/components/schemas/" + schema);
    rooted.set("components", document.get("components"));
    try {
      var errors =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(rooted)
              .validate(Json.MAPPER.readTree(json));
      assertThat(errors).as(schema + " " + json).isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
