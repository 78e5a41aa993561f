package io.weir.rest.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final long SECOND = 1_000_000_000L;

  private final Allowance allowance = new Allowance(10, 2);

  private long taken(String source, int asked, long nanos) {
    return IntStream.range(0, asked).filter(_ -> allowance.take(source, nanos)).count();
  }

  @Test
  void aSourceMayDoSomeAtOnceAndThenSoManyASecond() {
    assertThat(taken("a", 100, 0)).isEqualTo(10);
    assertThat(taken("a", 100, 3 * SECOND)).isEqualTo(6);
    assertThat(taken("a", 100, 1_000 * SECOND)).isEqualTo(10);
  }

  @Test
  void oneThatFloodsDoesNotHideAnother() {
    taken("a", 1_000, 0);
    assertThat(taken("b", 5, 0)).isEqualTo(5);
  }

  @Test
  void manySourcesTogetherHaveALimit() {
    long all = 0;
    for (int i = 0; i < 5_000; i++) {
      all += taken("source" + i, 1, 0);
    }
    assertThat(all).isEqualTo(40);
  }
}
