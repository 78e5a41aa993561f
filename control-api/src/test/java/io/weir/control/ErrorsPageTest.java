package io.weir.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.ledger.RefusalCode;
import io.weir.rest.ProblemCode;
import io.weir.rest.Refusals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ErrorsPageTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (\\d{3}) \\|");

  @Test
  void thePageHasEveryCodeOfTheManagementApiWithItsStatus() throws IOException {
    Map<String, String> codes = new TreeMap<>();
    for (ProblemCode code : ProblemCode.values()) {
      codes.put(code.name(), Integer.toString(code.status()));
    }
    for (RefusalCode code : RefusalCode.values()) {
      codes.put(code.name(), Integer.toString(Refusals.status(code)));
    }
    Map<String, String> listed = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("../docs/errors.md")));
    while (row.find()) {
      assertThat(listed.put(row.group(1), row.group(2))).as(row.group(1)).isNull();
    }
    assertThat(listed).isEqualTo(codes);
  }
}
