package io.weir.dataplane.support;

import io.weir.contracts.value.AddressRanges;
import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.options.ConnectionLife;
import io.weir.dataplane.options.ForwardOptions;
import java.nio.file.Path;

/** The options of a gateway whose nodes are on this host, and one thing different. */
public final class TestOptions {
  private static final ForwardOptions USUAL = ForwardOptions.DEFAULT;

  private TestOptions() {}

  public static ForwardOptions usual() {
    return with(USUAL.connectTimeoutMillis(), 0, USUAL.limits(), AddressRanges.NONE, false, null);
  }

  public static ForwardOptions connectTimeout(int millis) {
    return with(millis, 0, USUAL.limits(), AddressRanges.NONE, false, null);
  }

  public static ForwardOptions attemptTimeout(int millis) {
    return with(2_000, millis, USUAL.limits(), AddressRanges.NONE, false, null);
  }

  public static ForwardOptions limits(HttpLimits limits) {
    return with(2_000, 0, limits, AddressRanges.NONE, false, null);
  }

  public static ForwardOptions trustedProxies(String ranges) {
    return with(2_000, 0, USUAL.limits(), AddressRanges.of(ranges), false, null);
  }

  public static ForwardOptions caFile(Path file) {
    return with(2_000, 0, USUAL.limits(), AddressRanges.NONE, false, file);
  }

  public static ForwardOptions trustAll() {
    return with(2_000, 0, USUAL.limits(), AddressRanges.NONE, true, null);
  }

  public static ForwardOptions maxConnections(int most) {
    return with(2_000, 0, USUAL.limits(), most, USUAL.tunnelIdleMillis(), AddressRanges.NONE);
  }

  public static ForwardOptions tunnelIdle(int millis) {
    return with(2_000, 0, USUAL.limits(), USUAL.maxConnections(), millis, AddressRanges.NONE);
  }

  public static ForwardOptions connectionLife(int idleMillis, int maxAgeMillis) {
    return new ForwardOptions(
        USUAL.connectTimeoutMillis(),
        new ConnectionLife(idleMillis, maxAgeMillis),
        0,
        USUAL.tunnelIdleMillis(),
        USUAL.replayLimitBytes(),
        USUAL.limits(),
        USUAL.maxConnections(),
        AddressRanges.NONE,
        true,
        false,
        null);
  }

  private static ForwardOptions with(
      int connectTimeout,
      int attemptTimeout,
      HttpLimits limits,
      int maxConnections,
      int tunnelIdle,
      AddressRanges trusted) {
    return new ForwardOptions(
        connectTimeout,
        USUAL.connectionLife(),
        attemptTimeout,
        tunnelIdle,
        USUAL.replayLimitBytes(),
        limits,
        maxConnections,
        trusted,
        true,
        false,
        null);
  }

  private static ForwardOptions with(
      int connectTimeout,
      int attemptTimeout,
      HttpLimits limits,
      AddressRanges trusted,
      boolean trustAll,
      Path caFile) {
    return new ForwardOptions(
        connectTimeout,
        USUAL.connectionLife(),
        attemptTimeout,
        USUAL.tunnelIdleMillis(),
        USUAL.replayLimitBytes(),
        limits,
        USUAL.maxConnections(),
        trusted,
        true,
        trustAll,
        caFile);
  }
}
