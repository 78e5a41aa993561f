package io.weir.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The OpenAPI document of a service is what is made of its code and of {@code src/main/openapi};
 * {@code -Dweir.docs=write} makes it anew.
 */
public abstract class OpenApiDocumentContract {
  private static final Path FILE = Path.of("src/main/resources/META-INF/openapi.yaml");

  private final String packages;

  /** Of the resources in these packages. */
  protected OpenApiDocumentContract(String packages) {
    this.packages = packages;
  }

  @Test
  void isWhatCodeAndWritingSay() throws IOException {
    String document = OpenApiDocument.of(packages);
    if ("write".equals(System.getProperty("weir.docs"))) {
      Files.writeString(FILE, document);
    }
    assertThat(FILE).as("to make it anew: -Dweir.docs=write").hasContent(document);
  }

  @Test
  void everyExampleFitsItsSchema() throws IOException {
    JsonNode document = new YAMLMapper().readTree(FILE.toFile());
    List<JsonNode> contents = document.findValues("content");
    assertThat(contents).hasSizeGreaterThan(20);
    for (JsonNode content : contents) {
      for (JsonNode media : content) {
        for (JsonNode example : media.path("examples")) {
          JsonNode value = document.at(example.get("$ref").textValue().substring(1)).get("value");
          ObjectNode schema = media.get("schema").deepCopy();
          schema.set("components", document.get("components"));
          assertThat(
                  JsonSchemaFactory.getInstance(VersionFlag.V202012)
                      .getSchema(schema)
                      .validate(value))
              .as("%s as %s", example, media.get("schema"))
              .isEmpty();
        }
      }
    }
  }
}
