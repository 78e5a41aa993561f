package io.weir.dataplane.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of docs/forwarding.md says what the gateway answers. */
class DocumentedFailuresTest {
  private static final String HEADER = "| status | code | gRPC | |";

  private static List<String[]> lines() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../docs/forwarding.md"));
    return lines.stream()
        .skip(lines.indexOf(HEADER) + 2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split("\\|"))
        .toList();
  }

  private static List<String> list(String cell) {
    return Arrays.stream(cell.split(",")).map(text -> text.replace("`", "").strip()).toList();
  }

  @ParameterizedTest
  @EnumSource
  void everyFailureIsThereWithItsStatusAndWhatItIsToGrpc(Failure failure) throws IOException {
    String[] cells =
        lines().stream()
            .filter(line -> list(line[2]).contains(failure.name()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("docs/forwarding.md lacks " + failure));
    assertThat(list(cells[1])).contains(Integer.toString(failure.status()));
    assertThat(cells[3].strip()).isEqualTo(Integer.toString(GrpcStatus.of(failure)));
  }

  @Test
  void nothingElseIsThere() throws IOException {
    for (String[] cells : lines()) {
      for (String code : list(cells[2])) {
        assertThat(Failure.valueOf(code).status()).isPositive();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMessageNeedsNoEscapeInJsonAndInGrpc(Failure failure) {
    assertThat(failure.message()).matches("[ !#$&-\\[\\]-~]+");
  }
}
