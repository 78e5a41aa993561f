package io.weir.rest.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowancesTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int DAY = 86_400;

  private final Allowances allowances = new Allowances();

  private static RefusedWrite attempt(boolean known, String source) {
    return new RefusedWrite(
        Instant.EPOCH,
        "POST /v1/vpcs",
        401,
        "UNAUTHENTICATED",
        List.of(),
        known,
        null,
        source,
        "c");
  }

  private long taken(boolean known, String source, int asked, long nanos) {
    RefusedWrite attempt = attempt(known, source);
    return IntStream.range(0, asked).filter(_ -> allowances.take(attempt, nanos)).count();
  }

  @Test
  void ofAnUnknownCallerSomeAreKeptAtOnceAndThenOneInTenSeconds() {
    assertThat(taken(false, "a", 100, 0)).isEqualTo(20);
    assertThat(taken(false, "a", 100, 9 * SECOND)).isZero();
    assertThat(taken(false, "a", 100, 21 * SECOND)).isEqualTo(2);
  }

  @Test
  void aDayOfAFloodFromEverywhereIsBounded() {
    long kept = 0;
    for (int second = 0; second < DAY; second++) {
      for (int source = 0; source < 20; source++) {
        kept += taken(false, "source" + source, 1, second * SECOND);
      }
    }
    assertThat(kept).isBetween(34_000L, 35_000L);
  }

  @Test
  void whoIsKnownIsHeardWhileOthersFlood() {
    taken(false, "a", 1_000, 0);
    assertThat(taken(true, "a", 100, 0)).isEqualTo(50);
    assertThat(taken(true, "a", 100, 2 * SECOND)).isEqualTo(10);
  }
}
