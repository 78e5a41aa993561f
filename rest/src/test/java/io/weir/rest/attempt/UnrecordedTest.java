package io.weir.rest.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnrecordedTest {
  private static final long SECOND = 1_000_000_000L;

  private final Unrecorded unrecorded = new Unrecorded();

  @Test
  void theNumberIsToldAtOnceAndThenOnceAMinute() {
    unrecorded.add();
    assertThat(unrecorded.take(0)).isEqualTo(1);
    unrecorded.add();
    unrecorded.add();
    assertThat(unrecorded.take(59 * SECOND)).isZero();
    assertThat(unrecorded.take(60 * SECOND)).isEqualTo(2);
    assertThat(unrecorded.ever()).isEqualTo(3);
  }

  @Test
  void atTheEndItIsToldWhateverTheTime() {
    unrecorded.add();
    unrecorded.take(0);
    unrecorded.add();
    assertThat(unrecorded.takeAll(SECOND)).isEqualTo(1);
  }

  @Test
  void whatCouldNotBeWrittenIsTriedAgainAtOnceAndCountedOnce() {
    unrecorded.add();
    unrecorded.giveBack(unrecorded.take(0));
    assertThat(unrecorded.take(SECOND)).isEqualTo(1);
    assertThat(unrecorded.ever()).isEqualTo(1);
  }
}
