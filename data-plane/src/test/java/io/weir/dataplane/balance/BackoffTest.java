package io.weir.dataplane.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LongSummaryStatistics;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  @ParameterizedTest
  @CsvSource({"1, 25", "2, 50", "3, 100", "4, 200", "5, 250", "99, 250", "2147483647, 250"})
  void waitsAnythingUpToALimitThatDoubles(int repetition, int millis) {
    SplittableRandom random = new SplittableRandom(1);
    LongSummaryStatistics waits =
        LongStream.generate(() -> Backoff.nanos(repetition, random))
            .limit(10_000)
            .summaryStatistics();
    long limit = millis * 1_000_000L;
    assertThat(waits.getMax()).isLessThanOrEqualTo(limit).isGreaterThan(limit / 100 * 99);
    assertThat(waits.getMin()).isNotNegative().isLessThan(limit / 100);
    assertThat(waits.getAverage()).isBetween(limit * 0.47, limit * 0.53);
  }
}
