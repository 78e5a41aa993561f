package io.weir.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff = new Backoff();

  @Test
  void doublesUpToFifteenSeconds() {
    assertThat(Stream.generate(() -> backoff.after(Duration.ZERO)).limit(7))
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 15000L, 15000L);
  }

  @Test
  void beginsAnewAfterAGoodRun() {
    backoff.after(Duration.ZERO);
    backoff.after(Duration.ZERO);
    assertThat(backoff.after(Duration.ofMinutes(2))).isEqualTo(Duration.ofMillis(500));
  }
}
