package io.weir.projector.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.read.ReadView;
import io.weir.projector.view.ReadModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the other services' tests take for the read model is what the projector makes. */
class PublishedSchemaTest {
  private static final Path COPY =
      Path.of("../testing/src/main/resources/io/weir/testing/read-model.sql");

  @Test
  void theTestsOfTheOtherServicesRunOnTheseVeryTables() throws IOException {
    String made =
        "-- Made by PublishedSchemaTest of config-projector: -Dweir.golden=write writes it anew.\n"
            + "create schema projector;\n"
            + migration("V1__projector.sql")
            + migration("V2__node_health.sql")
            + migration("V3__replicas.sql")
            + migration("V4__checkpoint_ledger.sql")
            + migration("V5__image_hash.sql")
            + migration("V6__causes_and_certificates.sql")
            + migration("V7__cancelled_rebuilds.sql")
            + migration("V8__replicas_by_offset.sql")
            + Schemas.createSql(1)
            + Schemas.publishSql(1, true);
    if ("write".equals(System.getProperty("weir.golden"))) {
      Files.writeString(COPY, made);
    }
    assertThat(COPY).hasContent(made);
  }

  @Test
  void everyViewHasANameThatOthersKnowItBy() {
    Set<String> made =
        new TreeSet<>(Set.of("checkpoint", "replica", "node_health", "certificate", "image_hash"));
    ReadModel.tables().forEach(table -> made.add(table.name()));
    assertThat(Arrays.stream(ReadView.values()).map(ReadView::view).collect(Collectors.toSet()))
        .isEqualTo(made);
  }

  @Test
  void othersKnowOfWhichViewsThereIsAPast() {
    for (ReadView view : ReadView.values()) {
      boolean past =
          ReadModel.tables().stream()
              .anyMatch(table -> table.name().equals(view.view()) && table.remembers());
      assertThat(view.remembers()).as(view.view()).isEqualTo(past);
    }
  }

  private static String migration(String name) throws IOException {
    try (InputStream script =
        Objects.requireNonNull(
            PublishedSchemaTest.class.getResourceAsStream("/db/projector/" + name))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
