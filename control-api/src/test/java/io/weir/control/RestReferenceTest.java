package io.weir.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code -Dweir.docs=write} makes the page anew. */
class RestReferenceTest {
  private static final Path PAGE = Path.of("../docs/rest.md");
  private static final String TOP =
      """
      # REST reference

      Made from the OpenAPI documents that the services ship, which programs read at `/openapi` and `/openapi/instance-registry`; do not edit it. All of it is answered
      by control-api at one address. What every error code means is in [errors](errors.md).

      """;

  @Test
  void thePageSaysWhatTheDocumentsSay() throws IOException {
    String page =
        TOP
            + RestReference.of("Upstreams, services, APIs, releases, domains, history", read("."))
            + RestReference.of("VPCs, networks, instances, replicas", read("../instance-registry"));
    if ("write".equals(System.getProperty("weir.docs"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("to make it anew: -Dweir.docs=write").hasContent(page);
  }

  private static JsonNode read(String module) throws IOException {
    return new YAMLMapper()
        .readTree(Path.of(module, "src/main/resources/META-INF/openapi.yaml").toFile());
  }
}
