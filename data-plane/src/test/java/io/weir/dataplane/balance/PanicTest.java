package io.weir.dataplane.balance;

import static io.weir.dataplane.balance.PoolMother.node;
import static io.weir.dataplane.balance.PoolMother.panicking;
import static io.weir.dataplane.balance.PoolMother.picks;
import static io.weir.dataplane.balance.PoolMother.pool;
import static io.weir.dataplane.balance.PoolMother.settings;
import static io.weir.dataplane.balance.PoolMother.upstream;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.HealthChecker;
import io.weir.dataplane.balance.NodeOutcome.Ended;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Upstreams with too few healthy nodes, and how they come back from that. */
class PanicTest {
  /** Twice the interval of 5 s and the time-out of 5 s. */
  private static final int WINDOW = 15;

  private final FakeClock clock = new FakeClock();

  @Property(tries = 300)
  void belowTheThresholdAllAreUsed(
      @ForAll @IntRange(min = 1, max = 12) int size,
      @ForAll @IntRange(min = 0, max = 12) int unfit,
      @ForAll @IntRange(min = 0, max = 100) int threshold) {
    UpstreamPool pool = active(threshold, equal(size));
    int out = Math.min(unfit, size);
    for (int i = 0; i < out; i++) {
      lose(pool, i);
    }
    boolean panic = out == size || 100.0 * (size - out) / size < threshold;
    int[] expected = new int[size];
    for (int i = 0; i < size; i++) {
      expected[i] = panic || i >= out ? 10 : 0;
    }
    int picks = Arrays.stream(expected).sum();
    assertThat(picks(pool, picks)).containsExactly(expected);
    assertThat(pool.failOpen()).isEqualTo(panic && out > 0);
    assertThat(pool.failOpenPicks()).isEqualTo(panic && out > 0 ? picks : 0);
  }

  @Test
  void nodesAreCountedNotWeighed() {
    UpstreamPool pool = active(50, 100, 1, 1, 1);
    lose(pool, 0);
    assertThat(picks(pool, 30)).containsExactly(0, 10, 10, 10);
    lose(pool, 1);
    assertThat(picks(pool, 20)).as("half of them is not below half").containsExactly(0, 0, 10, 10);
    lose(pool, 2);
    assertThat(picks(pool, 103)).containsExactly(100, 1, 1, 1);
  }

  @Test
  void nodesThatAreToGetNothingAreNotCountedNorUsed() {
    UpstreamPool pool = active(50, 1, 1, 0, 0);
    lose(pool, 0);
    assertThat(picks(pool, 10)).containsExactly(0, 10, 0, 0);
    lose(pool, 1);
    assertThat(picks(pool, 10)).containsExactly(5, 5, 0, 0);
  }

  @Test
  void theFirstNodeThatComesBackTakesOverInTenSteps() {
    UpstreamPool pool = active(0, 1, 1);
    loseAll(pool);
    bringBack(pool, 0);
    List<Integer> ofTheUnfit = new ArrayList<>();
    for (int half = 0; half <= 2 * WINDOW; half += 3) {
      pool.tick(clock.getAsLong());
      int tenths = Math.max(0, 10 - half / 3);
      int[] counts = picks(pool, 10 + tenths);
      assertThat(counts[0]).isEqualTo(10);
      ofTheUnfit.add(counts[1]);
      assertThat(pool.failOpen()).isEqualTo(tenths > 0);
      clock.advanceSeconds(1.5);
    }
    assertThat(ofTheUnfit).containsExactly(10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  }

  @Test
  void whenAllAreBackTheyHaveTheirSharesAtOnce() {
    UpstreamPool pool = active(0, 3, 1);
    loseAll(pool);
    bringBack(pool, 0);
    clock.advanceSeconds(9);
    pool.tick(clock.getAsLong());
    assertThat(picks(pool, 34)).containsExactly(30, 4);
    bringBack(pool, 1);
    assertThat(picks(pool, 40)).containsExactly(30, 10);
    assertThat(pool.failOpen()).isFalse();
  }

  @Test
  void aSecondNodeThatComesBackDoesNotBeginTheStepsAnew() {
    UpstreamPool pool = active(0, 1, 1, 1);
    loseAll(pool);
    bringBack(pool, 0);
    clock.advanceSeconds(9);
    bringBack(pool, 1);
    pool.tick(clock.getAsLong());
    assertThat(picks(pool, 24)).containsExactly(10, 10, 4);
    clock.advanceSeconds(6);
    pool.tick(clock.getAsLong());
    assertThat(picks(pool, 20)).containsExactly(10, 10, 0);
  }

  @Test
  void aNodeThatIsLostWithoutPanicGetsNothingAtOnce() {
    UpstreamPool pool = active(0, 1, 1);
    loseAll(pool);
    bringBack(pool, 0);
    bringBack(pool, 1);
    lose(pool, 1);
    assertThat(picks(pool, 10)).containsExactly(10, 0);
  }

  @Test
  void aPanicThatComesBackIsWhole() {
    UpstreamPool pool = active(0, 1, 1);
    loseAll(pool);
    bringBack(pool, 0);
    clock.advanceSeconds(12);
    pool.tick(clock.getAsLong());
    lose(pool, 0);
    assertThat(picks(pool, 20)).containsExactly(10, 10);
    bringBack(pool, 0);
    assertThat(picks(pool, 20)).as("and ends in steps again").containsExactly(10, 10);
  }

  @Test
  void aPanicWithoutRequestsEndsInStepsToo() {
    UpstreamPool pool = active(0, 1, 1);
    loseAll(pool);
    bringBack(pool, 0);
    clock.advanceSeconds(7.5);
    pool.tick(clock.getAsLong());
    assertThat(picks(pool, 15)).containsExactly(10, 5);
  }

  @Test
  void thresholdsAndNodesThatChangeActAtOnce() {
    UpstreamPool pool = active(0, 1, 1, 1);
    lose(pool, 0);
    assertThat(picks(pool, 10)).containsExactly(0, 5, 5);
    UpstreamPool nervous =
        pool.changedTo(upstream(settings(panicking(true, false, 70), 0), equal(3)));
    assertThat(picks(nervous, 30)).containsExactly(10, 10, 10);
    UpstreamPool calm = nervous.changedTo(upstream(settings(null, 0), equal(3)));
    assertThat(picks(calm, 30)).containsExactly(10, 10, 10);
    assertThat(calm.failOpen()).isFalse();
  }

  @Test
  void nodesThatPassiveChecksAloneFoundUnfitComeBackByTime() {
    UpstreamPool pool = pool(settings(panicking(false, true, 0), 0), clock, 1, 1);
    node(pool, 0).health().happened(Ended.BROKEN, null, false);
    clock.advanceSeconds(6);
    node(pool, 1).health().happened(Ended.BROKEN, null, false);
    clock.advanceSeconds(24);
    pool.tick(clock.getAsLong());
    assertThat(picks(pool, 20)).as("the first is back").containsExactly(10, 10);
    clock.advanceSeconds(6);
    pool.tick(clock.getAsLong());
    assertThat(picks(pool, 20)).as("both are").containsExactly(10, 10);
    assertThat(pool.failOpen()).isFalse();
  }

  @Test
  void theStepsTakeAsLongAsANodeNeedsToBeFoundFitButAMinuteAtMost() {
    assertThat(Panic.windowNanos(checker(true, 5, 5, 30))).isEqualTo(15_000_000_000L);
    assertThat(Panic.windowNanos(checker(true, 3_600, 60, 30))).isEqualTo(Panic.MAX_WINDOW_NANOS);
    assertThat(Panic.windowNanos(checker(false, 5, 5, 30))).isEqualTo(30_000_000_000L);
    assertThat(Panic.windowNanos(checker(false, 5, 5, 61))).isEqualTo(Panic.MAX_WINDOW_NANOS);
  }

  private static HealthChecker checker(boolean active, int interval, int timeout, int unhealthy) {
    HealthChecker usual = HealthChecker.DEFAULT;
    return new HealthChecker(
        active,
        true,
        usual.healthyHttpStatus(),
        usual.unhealthyHttpStatus(),
        1,
        1,
        1,
        "/",
        timeout,
        interval,
        unhealthy,
        0);
  }

  private UpstreamPool active(int threshold, int... weights) {
    return pool(settings(panicking(true, false, threshold), 0), clock, weights);
  }

  private static int[] equal(int many) {
    int[] weights = new int[many];
    Arrays.fill(weights, 1);
    return weights;
  }

  private static void lose(UpstreamPool pool, int index) {
    node(pool, index).health().probed(Ended.BROKEN, null);
  }

  private static void loseAll(UpstreamPool pool) {
    for (int i = 0; i < pool.picker().size(); i++) {
      lose(pool, i);
    }
  }

  private static void bringBack(UpstreamPool pool, int index) {
    for (int i = 0; i < NodeHealth.RISE; i++) {
      node(pool, index).health().probed(NodeOutcome.answered(200), null);
    }
  }
}
