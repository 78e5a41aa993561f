package io.weir.dataplane.balance;

import static io.weir.dataplane.balance.PoolMother.changed;
import static io.weir.dataplane.balance.PoolMother.checker;
import static io.weir.dataplane.balance.PoolMother.node;
import static io.weir.dataplane.balance.PoolMother.pool;
import static io.weir.dataplane.balance.PoolMother.settings;
import static io.weir.dataplane.balance.PoolMother.upstream;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.HealthChecker;
import io.weir.dataplane.balance.NodeHealth.Failure;
import io.weir.dataplane.balance.NodeHealth.State;
import io.weir.dataplane.balance.NodeOutcome.Ended;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NodeHealthTest {
  private final FakeClock clock = new FakeClock();

  @Test
  void withoutChecksANodeIsOffWhateverHappens() {
    NodeHealth health = health(null);
    for (int i = 0; i < 300; i++) {
      health.happened(Ended.BROKEN, null, false);
      health.happened(NodeOutcome.answered(503), null, false);
      health.probed(Ended.BROKEN, null);
    }
    assertThat(health.state()).isEqualTo(State.OFF);
    assertThat(health(checker(false, false)).state()).isEqualTo(State.OFF);
    assertThat(health.failures(Failure.TCP)).isEqualTo(300);
    assertThat(health.answers()).isEqualTo(300);
  }

  @Test
  void thereIsNoDataUntilANodeSucceedsOrFailsOftenEnough() {
    NodeHealth health = health(checker(false, true));
    assertThat(health.state()).isEqualTo(State.NO_DATA);
    health.happened(NodeOutcome.answered(404), null, false);
    health.happened(Ended.BROKEN, null, false);
    assertThat(health.state()).isEqualTo(State.NO_DATA);
    health.happened(NodeOutcome.answered(200), null, false);
    assertThat(health.state()).isEqualTo(State.HEALTHY);
  }

  @Property(tries = 100)
  void everyKindHasItsThreshold(
      @ForAll Failure kind, @ForAll @IntRange(min = 1, max = 254) int threshold) {
    NodeHealth health = health(only(kind, threshold));
    health.happened(NodeOutcome.answered(200), null, false);
    for (int i = 1; i < threshold; i++) {
      request(health, kind);
      assertThat(health.state()).isEqualTo(State.HEALTHY);
    }
    request(health, kind);
    assertThat(health.state()).isEqualTo(State.UNHEALTHY);
  }

  @ParameterizedTest
  @EnumSource
  void aThresholdOfZeroSwitchesItsKindOff(Failure kind) {
    NodeHealth health = health(only(kind, 0));
    health.happened(NodeOutcome.answered(200), null, false);
    for (int i = 0; i < 1_000; i++) {
      request(health, kind);
      probe(health, kind);
    }
    assertThat(health.state()).isEqualTo(State.HEALTHY);
  }

  @ParameterizedTest
  @EnumSource
  void aSuccessForgetsTheFailuresBefore(Failure kind) {
    NodeHealth health = health(only(kind, 2));
    for (int i = 0; i < 100; i++) {
      request(health, kind);
      health.happened(NodeOutcome.answered(204), null, false);
    }
    assertThat(health.state()).isEqualTo(State.HEALTHY);
  }

  @Test
  void anAnswerThatIsNeitherHealthyNorUnhealthySaysNothing() {
    NodeHealth health = health(checker(false, true));
    health.happened(Ended.BROKEN, null, false);
    health.happened(NodeOutcome.answered(404), null, false);
    health.happened(Ended.BROKEN, null, false);
    assertThat(health.state()).isEqualTo(State.UNHEALTHY);
  }

  @Test
  void kindsAreCountedApart() {
    NodeHealth health = health(checker(false, true, 2, 2, 2));
    health.happened(Ended.BROKEN, null, false);
    health.happened(Ended.TIMED_OUT, null, false);
    health.happened(NodeOutcome.answered(500), null, false);
    assertThat(health.state()).isEqualTo(State.NO_DATA);
    assertThat(health.consecutiveFailures()).isEqualTo(3);
    health.happened(NodeOutcome.answered(503), null, false);
    assertThat(health.state()).isEqualTo(State.UNHEALTHY);
  }

  @Test
  void passiveChecksAloneGiveAnotherChanceAfterTheUnhealthyTime() {
    UpstreamPool pool = pool(settings(checker(false, true), 0), clock, 1);
    NodeHealth health = node(pool, 0).health();
    makeUnhealthy(health);
    health.happened(NodeOutcome.answered(200), null, false);
    assertThat(health.state()).isEqualTo(State.UNHEALTHY);
    clock.advanceSeconds(29.9);
    pool.tick(clock.getAsLong());
    assertThat(health.state()).isEqualTo(State.UNHEALTHY);
    clock.advanceSeconds(0.1);
    pool.tick(clock.getAsLong());
    assertThat(health.state()).isEqualTo(State.HEALTHY);
  }

  @ParameterizedTest
  @EnumSource
  void onProbationOneFailureOfAnyKindIsEnough(Failure kind) {
    NodeHealth health = onProbation();
    request(health, kind);
    assertThat(health.state()).isEqualTo(State.UNHEALTHY);
  }

  @Test
  void probationEndsWithASuccess() {
    NodeHealth health = onProbation();
    health.happened(NodeOutcome.answered(200), null, false);
    health.happened(Ended.BROKEN, null, false);
    assertThat(health.state()).isEqualTo(State.HEALTHY);
  }

  @Test
  void whereActiveChecksAreOnOnlyTheyBringANodeBack() {
    UpstreamPool pool = pool(settings(checker(true, true), 0), clock, 1);
    NodeHealth health = node(pool, 0).health();
    makeUnhealthy(health);
    clock.advanceSeconds(10_000);
    pool.tick(clock.getAsLong());
    health.happened(NodeOutcome.answered(200), null, false);
    assertThat(health.state()).isEqualTo(State.UNHEALTHY);
    health.probed(NodeOutcome.answered(200), null);
    assertThat(health.state()).isEqualTo(State.UNHEALTHY);
    health.probed(Ended.TIMED_OUT, null);
    health.probed(NodeOutcome.answered(200), null);
    assertThat(health.state()).isEqualTo(State.UNHEALTHY);
    health.probed(NodeOutcome.answered(200), null);
    assertThat(health.state()).isEqualTo(State.HEALTHY);
    health.happened(Ended.BROKEN, null, false);
    assertThat(health.state()).as("not on probation").isEqualTo(State.HEALTHY);
  }

  @Property(tries = 100)
  void probesHaveTheSameThresholds(
      @ForAll Failure kind, @ForAll @IntRange(min = 1, max = 254) int threshold) {
    NodeHealth health = health(only(kind, threshold));
    health.probed(NodeOutcome.answered(200), null);
    assertThat(health.state()).isEqualTo(State.HEALTHY);
    for (int i = 1; i < threshold; i++) {
      probe(health, kind);
    }
    assertThat(health.state()).isEqualTo(State.HEALTHY);
    probe(health, kind);
    assertThat(health.state()).isEqualTo(State.UNHEALTHY);
  }

  @Test
  void probesThatSucceedDoNotHideThatRequestsFailNorRequestsThatProbesDo() {
    NodeHealth failing = health(checker(true, true));
    for (int i = 0; i < 5; i++) {
      failing.probed(NodeOutcome.answered(200), null);
      failing.happened(NodeOutcome.answered(500), null, false);
    }
    assertThat(failing.state()).isEqualTo(State.UNHEALTHY);
    NodeHealth leaving = health(checker(true, true));
    for (int i = 0; i < 5; i++) {
      leaving.happened(NodeOutcome.answered(200), null, false);
      leaving.probed(NodeOutcome.answered(503), null);
    }
    assertThat(leaving.state()).isEqualTo(State.UNHEALTHY);
  }

  @Test
  void eachSortOfCheckCountsOnlyIfItIsOn() {
    NodeHealth active = health(checker(true, false));
    NodeHealth passive = health(checker(false, true));
    for (int i = 0; i < 10; i++) {
      active.happened(Ended.BROKEN, null, false);
      active.happened(NodeOutcome.answered(500), null, false);
      passive.probed(Ended.BROKEN, null);
      passive.probed(NodeOutcome.answered(500), null);
    }
    assertThat(active.state()).isEqualTo(State.NO_DATA);
    assertThat(passive.state()).isEqualTo(State.NO_DATA);
  }

  @Test
  void countsGoOnWhenOnlyThresholdsOrOtherNodesChange() {
    UpstreamPool pool = pool(settings(checker(false, true, 5, 5, 5), 0), clock, 1, 1);
    NodeHealth health = node(pool, 0).health();
    health.happened(Ended.BROKEN, null, false);
    health.happened(Ended.BROKEN, null, false);
    pool = pool.changedTo(upstream(settings(checker(false, true, 4, 5, 5), 0), 1, 1));
    pool = changed(pool, 1, 7, 3);
    assertThat(node(pool, 0).health()).isSameAs(health);
    health.happened(Ended.BROKEN, null, false);
    assertThat(health.state()).isEqualTo(State.NO_DATA);
    health.happened(Ended.BROKEN, null, false);
    assertThat(health.state()).isEqualTo(State.UNHEALTHY);
  }

  @Test
  void aChangeHappensOnceHoweverManyThreadsSeeIt() throws Exception {
    UpstreamPool pool = pool(settings(checker(false, true), 0), clock, 1, 1);
    node(pool, 0).health().happened(NodeOutcome.answered(200), null, false);
    assertThat(pool.healthChanges()).isEqualTo(1);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int t = 0; t < 4; t++) {
        threads.submit(
            () -> {
              go.await();
              for (int i = 0; i < 1_000; i++) {
                node(pool, 0).health().happened(Ended.BROKEN, null, false);
              }
              return null;
            });
      }
      go.countDown();
    }
    assertThat(pool.healthChanges()).isEqualTo(2);
    assertThat(PoolMother.picks(pool, 10)).containsExactly(0, 10);
  }

  private NodeHealth health(@Nullable HealthChecker checker) {
    return node(pool(settings(checker, 0), clock, 1), 0).health();
  }

  private NodeHealth onProbation() {
    UpstreamPool pool = pool(settings(checker(false, true), 0), clock, 1);
    NodeHealth health = node(pool, 0).health();
    makeUnhealthy(health);
    clock.advanceSeconds(30);
    pool.tick(clock.getAsLong());
    assertThat(health.state()).isEqualTo(State.HEALTHY);
    return health;
  }

  private static void makeUnhealthy(NodeHealth health) {
    health.happened(Ended.BROKEN, null, false);
    health.happened(Ended.BROKEN, null, false);
    assertThat(health.state()).isEqualTo(State.UNHEALTHY);
  }

  private static HealthChecker only(Failure kind, int threshold) {
    return checker(
        true,
        true,
        kind == Failure.TCP ? threshold : 0,
        kind == Failure.TIMEOUT ? threshold : 0,
        kind == Failure.HTTP ? threshold : 0);
  }

  private static void request(NodeHealth health, Failure kind) {
    health.happened(outcome(kind), null, false);
  }

  private static void probe(NodeHealth health, Failure kind) {
    health.probed(outcome(kind), null);
  }

  private static NodeOutcome outcome(Failure kind) {
    return switch (kind) {
      case TCP -> Ended.BROKEN;
      case TIMEOUT -> Ended.TIMED_OUT;
      case HTTP -> NodeOutcome.answered(502);
    };
  }
}
