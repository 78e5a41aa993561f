package io.weir.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pause before a component that has ended is started again. */
class KeeperTest {

  @Test
  void doublesUpToFifteenSeconds() {
    assertThat(
            Stream.iterate(Duration.ZERO, last -> Keeper.pause(last, Duration.ZERO))
                .skip(1)
                .limit(7))
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 15000L, 15000L);
  }

  @Test
  void beginsAnewAfterAGoodRun() {
    assertThat(Keeper.pause(Duration.ofSeconds(8), Duration.ofMinutes(2)))
        .isEqualTo(Duration.ofMillis(500));
  }
}
