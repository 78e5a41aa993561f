package io.weir.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read about limits that will grow is what holds. */
class WrittenLimitsTest {
  @ParameterizedTest
  @CsvSource({
    "README.md, up to (\\d+) backend nodes",
    "docs/upstreams.md, 1 to (\\d+) nodes",
    "docs/upstreams.md, '`nodes` \\| required \\| 1 to (\\d+),'",
  })
  void saysHowManyNodesThereCanBe(String file, String words) throws IOException {
    String text = Files.readString(Path.of("..").resolve(file));
    List<String> numbers =
        Pattern.compile(words).matcher(text).results().map(found -> found.group(1)).toList();
    assertThat(numbers).as(file).isNotEmpty().containsOnly(String.valueOf(Nodes.MAX));
  }
}
