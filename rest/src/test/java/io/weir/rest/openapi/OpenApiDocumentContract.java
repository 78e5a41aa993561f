package io.weir.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
