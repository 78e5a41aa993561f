package io.weir.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A clock that is put back is noticed, once, whatever it did before. */
class ClockWatchTest {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private long wall = HOUR;
  private long steady;
  private final ClockWatch watch = new ClockWatch(() -> wall, () -> steady);

  private void pass(long wallMillis, long steadyMillis) {
    wall += wallMillis;
    steady += steadyMillis;
  }

  @Test
  void aClockThatGoesOnIsNot() {
    for (int i = 0; i < 1_000; i++) {
      pass(1_000 + i % 3, 1_000);
      assertThat(watch.look()).isEmpty();
    }
  }

  @Test
  void aJumpAheadIsNotButTheWayBackIs() {
    pass(HOUR, 1_000);
    assertThat(watch.look()).isEmpty();
    pass(1_000 - HOUR, 1_000);
    assertThat(watch.look()).contains(Duration.ofHours(1));
    pass(1_000, 1_000);
    assertThat(watch.look()).isEmpty();
  }

  @Test
  void aPauseOfTheProcessIsNot() {
    pass(5 * HOUR, 5 * HOUR);
    assertThat(watch.look()).isEmpty();
  }

  @Test
  void aPauseOfTheMachineIsNot() {
    pass(5 * HOUR, 1_000);
    assertThat(watch.look()).isEmpty();
  }

  @Test
  void aLittleIsWaitedOut() {
    pass(-ClockWatch.TOLERATED.toMillis(), 0);
    assertThat(watch.look()).isEmpty();
    pass(-ClockWatch.TOLERATED.toMillis() - 1, 0);
    assertThat(watch.look()).isPresent();
  }
}
