package io.weir.contracts.value;

import java.util.regex.Pattern;

/**
 * How a data-plane node finds out which nodes of an upstream are fit to take requests: by asking
 * them (active), by watching how they answer (passive), or both. The thresholds count consecutive
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
 * @param unhealthyTimeout after so many seconds, 0 to 3600, an unhealthy node is given requests
 *     again; 0 = only active checks bring it back, so never 0 with passive checks alone
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
    int unhealthyTimeout) {
  /** The largest threshold. */
  public static final int MAX_THRESHOLD = 254;

  private static final Pattern TARGET =
      Pattern.compile("/([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*");

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
          30);

  public HealthChecker {
    if (healthyHttpStatus.intersects(unhealthyHttpStatus)) {
      throw new InvalidValueException(
          "must not have a status in both healthyHttpStatus and unhealthyHttpStatus");
    }
    checkThreshold("tcpFailureThreshold", tcpFailureThreshold);
    checkThreshold("timeoutThreshold", timeoutThreshold);
    checkThreshold("httpFailureThreshold", httpFailureThreshold);
    checkPath(activeCheckHttpPath);
    checkRange("activeCheckTimeout", activeCheckTimeout, 1, 60);
    checkRange("activeCheckInterval", activeCheckInterval, 1, 3600);
    checkRange("unhealthyTimeout", unhealthyTimeout, 0, 3600);
    if (enablePassiveCheck && !enableActiveCheck && unhealthyTimeout == 0) {
      throw new InvalidValueException(
          "must have an unhealthyTimeout above 0 if only passive checks are enabled:"
              + " nothing else would bring a node back");
    }
  }

  private static void checkThreshold(String field, int value) {
    checkRange(field, value, 0, MAX_THRESHOLD);
  }

  private static void checkPath(String path) {
    if (path.length() > PathSyntax.MAX_LENGTH || !TARGET.matcher(path).matches()) {
      throw new InvalidValueException(
          "must have an activeCheckHttpPath that starts with /, of URL path and query characters"
              + " (RFC 3986), at most 512");
    }
  }

  private static void checkRange(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InvalidValueException("must have a " + field + " of " + least + " to " + most);
    }
  }

  /** Whether any check is enabled; without one, every node counts as fit. */
  public boolean enabled() {
    return enableActiveCheck || enablePassiveCheck;
  }
}
