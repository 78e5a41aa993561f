package io.weir.dataplane.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.exchange.AttemptResult;
import io.weir.dataplane.exchange.Flag;
import io.weir.dataplane.support.DocsPage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** docs/observability.md lists every word of the access log, and no other. */
class DocumentedWordsTest {
  private final DocsPage page = DocsPage.of("observability.md");

  @Test
  void flags() {
    assertThat(page.names("| flag | the request... |"))
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Flag.values()).map(Flag::name).toList());
  }

  @Test
  void resultsOfAttempts() {
    assertThat(page.names("| result of an attempt | meaning |"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(AttemptResult.values())
                .filter(result -> result != AttemptResult.PENDING)
                .map(AttemptResult::text)
                .toList());
  }
}
