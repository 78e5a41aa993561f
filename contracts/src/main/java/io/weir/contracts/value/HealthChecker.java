package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a replica finds out which nodes of an upstream are fit to take requests: by asking them
 * (active), by watching how they answer (passive), or both. The thresholds count consecutive
 * failures of one kind after which a node is unhealthy; 0 = that kind never makes it so.
 *
 * @param healthyHttpStatus answers that say a node is healthy
 * @param unhealthyHttpStatus answers that say it is not; none may be in both
 * @param tcpFailureThreshold of connections that failed or broke, 0 to 254
 * @param timeoutThreshold of attempts that ran out of time, 0 to 254
 * @param httpFailureThreshold of unhealthy answers, 0 to 254
 * @param activeCheckHttpPath what an active check asks for: a path, with a query or without
 * @param activeCheckTimeout of one check, 1 to 60 seconds
 * @param activeCheckInterval between the checks of a node, 1 to 3600 seconds
 * @param unhealthyTimeout with passive checks alone: after so many seconds, 0 to 3600 but then not
 *     0, an unhealthy node is given requests again; where active checks are enabled, only they
 *     bring it back
 * @param panicThreshold when less than so many percent, 0 to 100, of the nodes that may get
 *     requests are fit, all of them get some, fit or not; with 0, when none is fit
 */
public record HealthChecker(
    boolean enableActiveCheck,
    boolean enablePassiveCheck,
    HttpStatuses healthyHttpStatus,
    HttpStatuses unhealthyHttpStatus,
    int tcpFailureThreshold,
    int timeoutThreshold,
    int httpFailureThreshold,
    String activeCheckHttpPath,
    int activeCheckTimeout,
    int activeCheckInterval,
    int unhealthyTimeout,
    int panicThreshold) {
  /** Of every threshold. */
  public static final Range THRESHOLD = new Range(0, 254);

  /** Of activeCheckTimeout, in seconds. */
  public static final Range CHECK_TIMEOUT = new Range(1, 60);

  /** Of activeCheckInterval, in seconds. */
  public static final Range CHECK_INTERVAL = new Range(1, 3600);

  /** Of unhealthyTimeout, in seconds. */
  public static final Range UNHEALTHY_TIMEOUT = new Range(0, 3600);

  /** Of panicThreshold, in percent. */
  public static final Range PANIC_THRESHOLD = new Range(0, 100);

  private static final Pattern TARGET =
      Pattern.compile("/([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*");
  private static final String TARGET_RULE =
      "starts with /, of URL path and query characters (RFC 3986), at most 512";

  /** What a health checker is in every respect it does not speak of: with no check enabled. */
  public static final HealthChecker DEFAULT =
      new HealthChecker(
          false,
          false,
          new HttpStatuses("200-399"),
          new HttpStatuses("429,500-599"),
          2,
          3,
          5,
          "/",
          5,
          5,
          30,
          0);

  public HealthChecker {
    if (healthyHttpStatus.intersects(unhealthyHttpStatus)) {
      throw new InvalidValueException(
          "must not have a status in both healthyHttpStatus and unhealthyHttpStatus");
    }
    THRESHOLD.check("tcpFailureThreshold", tcpFailureThreshold);
    THRESHOLD.check("timeoutThreshold", timeoutThreshold);
    THRESHOLD.check("httpFailureThreshold", httpFailureThreshold);
    if (!isTarget(activeCheckHttpPath)) {
      throw new InvalidValueException("must have an activeCheckHttpPath that " + TARGET_RULE);
    }
    CHECK_TIMEOUT.check("activeCheckTimeout", activeCheckTimeout);
    CHECK_INTERVAL.check("activeCheckInterval", activeCheckInterval);
    UNHEALTHY_TIMEOUT.check("unhealthyTimeout", unhealthyTimeout);
    PANIC_THRESHOLD.check("panicThreshold", panicThreshold);
    if (enablePassiveCheck && !enableActiveCheck && unhealthyTimeout == 0) {
      throw new InvalidValueException(
          "must have an unhealthyTimeout above 0 if only passive checks are enabled:"
              + " nothing else would bring a node back");
    }
  }

  /** As it is written; what older events do not say has its default. */
  @JsonCreator
  static HealthChecker of(
      @JsonProperty("enableActiveCheck") boolean enableActiveCheck,
      @JsonProperty("enablePassiveCheck") boolean enablePassiveCheck,
      @JsonProperty("healthyHttpStatus") HttpStatuses healthyHttpStatus,
      @JsonProperty("unhealthyHttpStatus") HttpStatuses unhealthyHttpStatus,
      @JsonProperty("tcpFailureThreshold") int tcpFailureThreshold,
      @JsonProperty("timeoutThreshold") int timeoutThreshold,
      @JsonProperty("httpFailureThreshold") int httpFailureThreshold,
      @JsonProperty("activeCheckHttpPath") String activeCheckHttpPath,
      @JsonProperty("activeCheckTimeout") int activeCheckTimeout,
      @JsonProperty("activeCheckInterval") int activeCheckInterval,
      @JsonProperty("unhealthyTimeout") int unhealthyTimeout,
      @JsonProperty("panicThreshold") @Nullable Integer panicThreshold) {
    return new HealthChecker(
        enableActiveCheck,
        enablePassiveCheck,
        healthyHttpStatus,
        unhealthyHttpStatus,
        tcpFailureThreshold,
        timeoutThreshold,
        httpFailureThreshold,
        activeCheckHttpPath,
        activeCheckTimeout,
        activeCheckInterval,
        unhealthyTimeout,
        Objects.requireNonNullElse(panicThreshold, DEFAULT.panicThreshold));
  }

  /**
   * What an active check asks for.
   *
   * @throws InvalidValueException unless it is a path, with a query or without
   */
  public static String checkedTarget(String target) {
    if (!isTarget(target)) {
      throw new InvalidValueException("must be a path that " + TARGET_RULE);
    }
    return target;
  }

  private static boolean isTarget(String target) {
    return target.length() <= PathSyntax.MAX_LENGTH && TARGET.matcher(target).matches();
  }

  /** Whether any check is enabled; without one, every node counts as fit. */
  public boolean enabled() {
    return enableActiveCheck || enablePassiveCheck;
  }
}
