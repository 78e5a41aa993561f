package io.weir.dataplane.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of docs/forwarding.md is the one that is dropped. */
class DocumentedClaimsTest {
  @Test
  void itNamesExactlyWhatOnlyATrustedProxyMaySay() throws IOException {
    String page = Files.readString(Path.of("../docs/forwarding.md"));
    String list =
        page.substring(page.indexOf("`Forwarded-For`"), page.indexOf("A content delivery"));
    List<String> names =
        Pattern.compile("`([^`]+)`")
            .matcher(list)
            .results()
            .map(match -> match.group(1).toLowerCase(Locale.ROOT))
            .toList();
    assertThat(names).containsExactlyInAnyOrderElementsOf(HeaderName.CLAIMED);
    for (String name : names) {
      byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
      assertThat(HeaderName.of(bytes, 0, bytes.length)).as(name).isEqualTo(HeaderName.CLAIM);
    }
  }
}
