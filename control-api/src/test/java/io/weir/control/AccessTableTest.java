package io.weir.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.weir.contracts.value.Role;
import io.weir.guard.access.AccessTable;
import io.weir.guard.access.Need;
import io.weir.guard.access.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table of access has a line for every operation there is; {@code -Dweir.docs=write} writes it
 * into its page.
 */
class AccessTableTest {
  private static final Path PAGE = Path.of("../docs/access.md");
  private static final String BEGIN = "<!-- the table is made from access.txt -->\n";
  private static final String END = "<!-- until here -->\n";

  /** config-projector has no document; its own test compares its resources with the table. */
  private static final String PROJECTORS = "/v1/rebuilds";

  @Test
  void everyOperationOfTheDocumentsHasALineAndNoOther() throws IOException {
    Set<String> documented = new TreeSet<>();
    for (String module : List.of(".", "../instance-registry")) {
      documented.addAll(operations(module));
    }
    assertThat(
            AccessTable.operations().stream()
                .filter(operation -> !operation.path().startsWith(PROJECTORS))
                .map(one -> one.method() + " " + one.path() + " " + one.id()))
        .as("guard/src/main/resources/io/weir/guard/access.txt")
        .containsExactlyInAnyOrderElementsOf(documented);
  }

  private static Set<String> operations(String module) throws IOException {
    Set<String> operations = new TreeSet<>();
    new YAMLMapper()
        .readTree(Path.of(module, "src/main/resources/META-INF/openapi.yaml").toFile())
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        one -> {
                          if (!one.getKey().equals("parameters")) {
                            operations.add(
                                one.getKey().toUpperCase(Locale.ROOT)
                                    + " "
                                    + path.getKey()
                                    + " "
                                    + one.getValue().path("operationId").asText());
                          }
                        }));
    return operations;
  }

  /** Reading is never more than reading: besides, a reader has his own session alone. */
  @Test
  void onlyWhatReadsIsOpenToWhoeverReads() {
    for (Operation operation : AccessTable.operations()) {
      assertThat(
              operation.need().isMetBy(Role.VIEWER)
                  && operation.need() != Need.OWN
                  && !operation.method().equals("GET"))
          .as(operation.id())
          .isFalse();
      assertThat(operation.need().isMetBy(Role.ADMIN)).as(operation.id()).isTrue();
    }
  }

  @Test
  void thePageHasTheTable() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    if ("write".equals(System.getProperty("weir.docs"))) {
      page = page.substring(0, begin) + table() + page.substring(end);
      Files.writeString(PAGE, page);
      end = page.indexOf(END);
    }
    assertThat(page.substring(begin, end))
        .as("to make it anew: -Dweir.docs=write")
        .isEqualTo(table());
  }

  private static String table() {
    String roles =
        Arrays.stream(Role.values()).map(role -> " `" + role + "` |").collect(Collectors.joining());
    StringBuilder table = new StringBuilder("\n| operation | |" + roles + "\n|---|---|");
    table.append("---|".repeat(Role.values().length)).append('\n');
    for (Operation operation : AccessTable.operations()) {
      table.append(
          "| `%s` | `%s %s` |".formatted(operation.id(), operation.method(), operation.path()));
      for (Role role : Role.values()) {
        table.append(operation.need().isMetBy(role) ? " yes |" : " |");
      }
      table.append('\n');
    }
    return table.append('\n').toString();
  }
}
