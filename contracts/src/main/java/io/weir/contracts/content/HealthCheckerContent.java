package io.weir.contracts.content;

import static io.weir.contracts.value.HealthChecker.CHECK_INTERVAL;
import static io.weir.contracts.value.HealthChecker.CHECK_TIMEOUT;
import static io.weir.contracts.value.HealthChecker.DEFAULT;
import static io.weir.contracts.value.HealthChecker.PANIC_THRESHOLD;
import static io.weir.contracts.value.HealthChecker.THRESHOLD;
import static io.weir.contracts.value.HealthChecker.UNHEALTHY_TIMEOUT;

import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.HttpStatuses;

/** Reads how nodes are checked; every field has a default. */
public final class HealthCheckerContent {
  private HealthCheckerContent() {}

  public static HealthChecker read(Fields fields) {
    var active = fields.bool("enableActiveCheck").or(DEFAULT.enableActiveCheck());
    var passive = fields.bool("enablePassiveCheck").or(DEFAULT.enablePassiveCheck());
    var healthy =
        fields.text("healthyHttpStatus", HttpStatuses::new).or(DEFAULT.healthyHttpStatus());
    var unhealthy =
        fields.text("unhealthyHttpStatus", HttpStatuses::new).or(DEFAULT.unhealthyHttpStatus());
    var tcpFailures =
        fields.integer("tcpFailureThreshold", THRESHOLD::check).or(DEFAULT.tcpFailureThreshold());
    var timeouts =
        fields.integer("timeoutThreshold", THRESHOLD::check).or(DEFAULT.timeoutThreshold());
    var httpFailures =
        fields.integer("httpFailureThreshold", THRESHOLD::check).or(DEFAULT.httpFailureThreshold());
    var path =
        fields
            .text("activeCheckHttpPath", HealthChecker::checkedTarget)
            .or(DEFAULT.activeCheckHttpPath());
    var timeout =
        fields.integer("activeCheckTimeout", CHECK_TIMEOUT::check).or(DEFAULT.activeCheckTimeout());
    var interval =
        fields
            .integer("activeCheckInterval", CHECK_INTERVAL::check)
            .or(DEFAULT.activeCheckInterval());
    var back =
        fields.integer("unhealthyTimeout", UNHEALTHY_TIMEOUT::check).or(DEFAULT.unhealthyTimeout());
    var panic =
        fields.integer("panicThreshold", PANIC_THRESHOLD::check).or(DEFAULT.panicThreshold());
    return fields.build(
        () ->
            new HealthChecker(
                active.get(),
                passive.get(),
                healthy.get(),
                unhealthy.get(),
                tcpFailures.get(),
                timeouts.get(),
                httpFailures.get(),
                path.get(),
                timeout.get(),
                interval.get(),
                back.get(),
                panic.get()));
  }
}
