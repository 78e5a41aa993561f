package io.weir.dataplane.balance;

import static io.weir.dataplane.balance.PoolMother.checker;
import static io.weir.dataplane.balance.PoolMother.node;
import static io.weir.dataplane.balance.PoolMother.pool;
import static io.weir.dataplane.balance.PoolMother.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.balance.NodeHealth.State;
import io.weir.dataplane.balance.NodeOutcome.Ended;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What people are told of a node that is unhealthy. */
class FailureCauseTest {
  private static String check(NodeOutcome outcome, String words) {
    return new FailureCause(outcome, words, 2).text();
  }

  @Test
  void aShortSentence() {
    assertThat(check(NodeOutcome.answered(503), null)).isEqualTo("check: status 503");
    assertThat(check(Ended.TIMED_OUT, null)).isEqualTo("check: no answer in 2 s");
    assertThat(check(Ended.CONNECT_FAILED, "Connection refused: /10.0.0.1:80"))
        .isEqualTo("check: connection refused");
    assertThat(check(Ended.CONNECT_FAILED, "no TLS within 2000 ms"))
        .isEqualTo("check: no TLS within 2000 ms");
    assertThat(new FailureCause(Ended.TIMED_OUT, null, 0).text())
        .isEqualTo("requests: no answer in time");
    assertThat(new FailureCause(Ended.STREAM_RESET, null, 0).text())
        .isEqualTo("requests: stream reset");
    assertThat(check(Ended.CONNECT_FAILED, "x".repeat(1_000))).hasSize("check: ".length() + 120);
  }

  @Test
  void isThatOfTheLastFailureForAsLongAsTheNodeIsUnhealthy() {
    Instant before = Instant.now();
    NodeHealth health =
        node(pool(settings(checker(true, true), 0), new FakeClock(), 1), 0).health();
    health.probed(NodeOutcome.answered(200), null);
    Instant healthy = Instant.parse(health.finding().since());
    assertThat(healthy).isBetween(before, Instant.now());
    assertThat(health.finding().cause()).isNull();
    while (health.state() == State.HEALTHY) {
      health.happened(Ended.CONNECT_FAILED, "Connection refused", false);
    }
    NodeFinding unhealthy = health.finding();
    assertThat(unhealthy.state()).isEqualTo(State.UNHEALTHY);
    assertThat(unhealthy.cause()).isEqualTo("requests: connection refused");
    assertThat(Instant.parse(unhealthy.since())).isAfterOrEqualTo(healthy);
    health.probed(NodeOutcome.answered(500), null);
    assertThat(health.finding().cause()).isEqualTo("check: status 500");
    assertThat(health.finding().since()).isEqualTo(unhealthy.since());
    for (int i = 0; i < NodeHealth.RISE; i++) {
      health.probed(NodeOutcome.answered(200), null);
    }
    assertThat(health.finding().state()).isEqualTo(State.HEALTHY);
    assertThat(health.finding().cause()).isNull();
  }
}
