package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything about an upstream but its nodes.
 *
 * @param name unique among upstreams, or null
 * @param hostHeader sent to nodes in place of their address, or null
 * @param healthChecker how unfit nodes are found, or null if they are not
 * @param tls how nodes are spoken to by HTTPS, or null for {@link NodeTls#DEFAULT}; always null by
 *     HTTP
 */
public record UpstreamSettings(
    @Nullable Name name,
    VpcId vpcId,
    Description description,
    Algorithm algorithm,
    Protocol protocol,
    @Nullable HostHeader hostHeader,
    Retries retries,
    RetryOn retryOn,
    HttpVersion httpVersion,
    @Nullable HealthChecker healthChecker,
    @JsonProperty("slowStartSeconds") SlowStart slowStart,
    UpstreamLimits limits,
    @Nullable NodeTls tls) {
  public UpstreamSettings {
    if (tls != null && protocol != Protocol.HTTPS) {
      throw new InvalidValueException("must not have tls unless its protocol is HTTPS");
    }
  }

  /** With the defaults of all that is not named. */
  public UpstreamSettings(
      @Nullable Name name,
      VpcId vpcId,
      Description description,
      Algorithm algorithm,
      Protocol protocol,
      @Nullable HostHeader hostHeader,
      Retries retries) {
    this(
        name,
        vpcId,
        description,
        algorithm,
        protocol,
        hostHeader,
        retries,
        RetryOn.NONE,
        HttpVersion.HTTP_1_1,
        null,
        SlowStart.OFF,
        UpstreamLimits.DEFAULT,
        null);
  }

  /** As they are written; what older events do not say has its default. */
  @JsonCreator
  static UpstreamSettings of(
      @JsonProperty("name") @Nullable Name name,
      @JsonProperty("vpcId") VpcId vpcId,
      @JsonProperty("description") Description description,
      @JsonProperty("algorithm") Algorithm algorithm,
      @JsonProperty("protocol") Protocol protocol,
      @JsonProperty("hostHeader") @Nullable HostHeader hostHeader,
      @JsonProperty("retries") Retries retries,
      @JsonProperty("retryOn") @Nullable RetryOn retryOn,
      @JsonProperty("httpVersion") @Nullable HttpVersion httpVersion,
      @JsonProperty("healthChecker") @Nullable HealthChecker healthChecker,
      @JsonProperty("slowStartSeconds") @Nullable SlowStart slowStart,
      @JsonProperty("limits") @Nullable UpstreamLimits limits,
      @JsonProperty("tls") @Nullable NodeTls tls) {
    return new UpstreamSettings(
        name,
        vpcId,
        description,
        algorithm,
        protocol,
        hostHeader,
        retries,
        Objects.requireNonNullElse(retryOn, RetryOn.NONE),
        Objects.requireNonNullElse(httpVersion, HttpVersion.HTTP_1_1),
        healthChecker,
        Objects.requireNonNullElse(slowStart, SlowStart.OFF),
        Objects.requireNonNullElse(limits, UpstreamLimits.DEFAULT),
        tls);
  }
}
