package io.weir.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be checked of an object before the rest of it is there. */
class PartsTest {
  @Test
  void aRangeHasBothItsEnds() {
    Range range = new Range(1, 60);
    assertThat(range.check(1)).isEqualTo(1);
    assertThat(range.check(60)).isEqualTo(60);
    assertThatThrownBy(() -> range.check(0))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("must be 1 to 60");
    assertThatThrownBy(() -> range.check(61)).hasMessage("must be 1 to 60");
  }

  @Test
  void aTargetOfChecksIsAPathWithOrWithoutAQuery() {
    assertThat(HealthChecker.checkedTarget("/healthz?deep=1")).isEqualTo("/healthz?deep=1");
    assertThatThrownBy(() -> HealthChecker.checkedTarget("healthz"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(
            "must be a path that starts with /, of URL path and query characters (RFC 3986),"
                + " at most 512");
  }

  @Test
  void aServerNameIsAHostName() {
    assertThat(NodeTls.checkedServerName("node.internal")).isEqualTo("node.internal");
    assertThatThrownBy(() -> NodeTls.checkedServerName("10.0.0.1"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("must be a host name");
  }

  @Test
  void retriableStatusesAreKeptInOrder() {
    assertThat(new RetryOn(List.of(504, 429, 502), true).statuses()).containsExactly(429, 502, 504);
  }

  @Test
  void aHealthCheckerIsEnabledByEitherCheck() {
    assertThat(HealthChecker.DEFAULT.enabled()).isFalse();
    assertThat(checker(true, false).enabled()).isTrue();
    assertThat(checker(false, true).enabled()).isTrue();
  }

  private static HealthChecker checker(boolean active, boolean passive) {
    HealthChecker by = HealthChecker.DEFAULT;
    return new HealthChecker(
        active,
        passive,
        by.healthyHttpStatus(),
        by.unhealthyHttpStatus(),
        by.tcpFailureThreshold(),
        by.timeoutThreshold(),
        by.httpFailureThreshold(),
        by.activeCheckHttpPath(),
        by.activeCheckTimeout(),
        by.activeCheckInterval(),
        by.unhealthyTimeout(),
        by.panicThreshold());
  }
}
