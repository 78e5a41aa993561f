package io.weir.dataplane.balance;

import static io.weir.dataplane.balance.PoolMother.checker;
import static io.weir.dataplane.balance.PoolMother.node;
import static io.weir.dataplane.balance.PoolMother.pool;
import static io.weir.dataplane.balance.PoolMother.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.balance.NodeHealth.Failure;
import io.weir.dataplane.balance.NodeHealth.State;
import io.weir.dataplane.balance.NodeOutcome.Ended;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is held against a node, and what is not. */
class BlameTest {
  private final FakeClock clock = new FakeClock();

  @ParameterizedTest
  @CsvSource({
    "CONNECT_FAILED, TCP",
    "BROKEN, TCP",
    "STREAM_RESET, TCP",
    "STREAM_REFUSED, TCP",
    "MALFORMED, TCP",
    "RESPONSE_BROKEN, TCP",
    "TIMED_OUT, TIMEOUT",
    "RESPONSE_STALLED, TIMEOUT"
  })
  void whatTheNodeDidCountsForRequestsAndProbes(Ended outcome, Failure kind) {
    assertThat(Verdict.of(outcome, null).failure()).isEqualTo(kind);
    NodeHealth asked = strict(1).getFirst();
    asked.happened(outcome, null, false);
    assertThat(asked.state()).isEqualTo(State.UNHEALTHY);
    assertThat(asked.failures(kind)).isEqualTo(1);
    assertThat(asked.failing()).isTrue();
    NodeHealth probed = strict(1).getFirst();
    probed.probed(outcome, null);
    assertThat(probed.state()).isEqualTo(State.UNHEALTHY);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {
        "CONNECT_FAILED",
        "BROKEN",
        "STREAM_RESET",
        "STREAM_REFUSED",
        "MALFORMED",
        "RESPONSE_BROKEN",
        "TIMED_OUT",
        "RESPONSE_STALLED"
      })
  void whatItDidNotDoSaysNothing(Ended outcome) {
    NodeHealth health = strict(1).getFirst();
    assertThat(health.happened(outcome, null, false)).isFalse();
    health.probed(outcome, null);
    assertThat(health.state()).isEqualTo(State.NO_DATA);
    assertThat(health.consecutiveFailures()).isZero();
    assertThat(health.failing()).isFalse();
    assertThat(health.isKnown()).isFalse();
    health.happened(NodeOutcome.turnedAway(503), null, true);
    health.happened(outcome, null, false);
    assertThat(health.failing()).as("as the last request that said something").isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "200, HEALTHY",
    "399, HEALTHY",
    "404, NO_DATA",
    "101, HEALTHY",
    "429, UNHEALTHY",
    "500, UNHEALTHY",
    "599, UNHEALTHY",
    "600, NO_DATA",
    "999, NO_DATA"
  })
  void anAnswerSaysWhatTheChecksTakeItFor(int status, State state) {
    NodeHealth health = strict(1).getFirst();
    health.happened(NodeOutcome.answered(status), null, false);
    assertThat(health.state()).isEqualTo(state);
    assertThat(health.answers()).isEqualTo(1);
    assertThat(health.failing()).isFalse();
    NodeHealth turnedAway = strict(1).getFirst();
    turnedAway.happened(NodeOutcome.turnedAway(status), null, false);
    assertThat(turnedAway.state()).isEqualTo(state);
    assertThat(turnedAway.failing()).isTrue();
  }

  @Test
  void aTunnelThatIsMadeEndsARowOfFailures() {
    NodeHealth health =
        node(pool(settings(checker(false, true, 2, 2, 2), 0), clock, 1), 0).health();
    for (int i = 0; i < 10; i++) {
      health.happened(Ended.CONNECT_FAILED, null, false);
      health.happened(NodeOutcome.answered(101), null, false);
    }
    assertThat(health.state()).isEqualTo(State.HEALTHY);
    assertThat(health.consecutiveFailures()).isZero();
  }

  /** Even with thresholds of 1, and whatever else it meets in whatever order. */
  @Property(tries = 500)
  void oneRequestTakesOutOneNodeAtMostThatCouldBeReached(
      @ForAll("outcomesOfNodesThatWereReached") @Size(min = 1, max = 20)
          List<NodeOutcome> outcomes) {
    List<NodeHealth> nodes = strict(outcomes.size());
    boolean blamed = false;
    for (int i = 0; i < outcomes.size(); i++) {
      blamed = nodes.get(i).happened(outcomes.get(i), null, blamed);
    }
    long unhealthy = nodes.stream().filter(node -> node.state() == State.UNHEALTHY).count();
    assertThat(unhealthy).isEqualTo(blamed ? 1 : 0);
  }

  @Test
  void aRequestThatFailsAgainAtTheSameNodeIsOneFailure() {
    NodeHealth health =
        node(pool(settings(checker(false, true, 2, 2, 2), 0), clock, 1), 0).health();
    boolean blamed = health.happened(Ended.BROKEN, null, false);
    health.happened(Ended.BROKEN, null, blamed);
    assertThat(health.state()).isEqualTo(State.NO_DATA);
    assertThat(health.failures(Failure.TCP)).as("attempts are counted all the same").isEqualTo(2);
    health.happened(Ended.BROKEN, null, false);
    assertThat(health.state()).isEqualTo(State.UNHEALTHY);
  }

  @Test
  void nodesThatCannotBeReachedAreFoundByOneRequest() {
    List<NodeHealth> nodes = strict(3);
    boolean blamed = nodes.get(0).happened(Ended.BROKEN, null, false);
    blamed = nodes.get(1).happened(Ended.CONNECT_FAILED, null, blamed);
    nodes.get(2).happened(Ended.CONNECT_FAILED, null, blamed);
    assertThat(nodes).allMatch(node -> node.state() == State.UNHEALTHY);
  }

  @Test
  void aNodeThatCannotBeReachedSaysNothingAboutTheRequest() {
    List<NodeHealth> nodes = strict(2);
    boolean blamed = nodes.get(0).happened(Ended.CONNECT_FAILED, null, false);
    assertThat(blamed).isFalse();
    nodes.get(1).happened(Ended.TIMED_OUT, null, blamed);
    assertThat(nodes.get(1).state()).isEqualTo(State.UNHEALTHY);
  }

  @Test
  void nodesThatFailEveryRequestAreAllFoundSinceEachIsTheFirstOfSome() {
    UpstreamPool pool = pool(settings(checker(false, true, 2, 2, 2), 0), clock, 1, 1, 1);
    for (int request = 0; request < 6; request++) {
      TriedNodes tried = new TriedNodes();
      boolean blamed = false;
      LiveNode node = PoolMother.next(pool, 0, tried);
      while (node != null) {
        blamed = node.health().happened(Ended.TIMED_OUT, null, blamed);
        tried.add(node);
        node = PoolMother.next(pool, 0, tried);
      }
    }
    assertThat(pool.picker().nodes()).allMatch(node -> node.health().state() == State.UNHEALTHY);
  }

  @Test
  void aSuccessCountsThoughTheRequestFailedElsewhere() {
    List<NodeHealth> nodes = strict(2);
    boolean blamed = nodes.get(0).happened(Ended.STREAM_RESET, null, false);
    nodes.get(1).happened(NodeOutcome.answered(200), null, blamed);
    assertThat(nodes.get(1).state()).isEqualTo(State.HEALTHY);
  }

  @Provide
  Arbitrary<List<NodeOutcome>> outcomesOfNodesThatWereReached() {
    List<NodeOutcome> all = new ArrayList<>(Set.of(Ended.values()));
    all.remove(Ended.CONNECT_FAILED);
    for (int status : new int[] {200, 204, 404, 429, 500, 503}) {
      all.add(NodeOutcome.answered(status));
      all.add(NodeOutcome.turnedAway(status));
    }
    return Arbitraries.of(all).list();
  }

  /** Nodes with all checks on and thresholds of 1. */
  private List<NodeHealth> strict(int many) {
    int[] weights = new int[many];
    Arrays.fill(weights, 1);
    return pool(settings(checker(true, true, 1, 1, 1), 0), clock, weights).picker().nodes().stream()
        .map(LiveNode::health)
        .toList();
  }
}
