package io.weir.rest;

/** What is asked in SQL of those who report now and then, replicas above all. */
public final class ReplicaSql {
  /** Six times the interval in which each reports. */
  private static final int LIVE_SECONDS = 30;

  private ReplicaSql() {}

  /**
   * Whether somebody is live.
   *
   * @param seenAt the expression that tells when it was heard of last
   */
  public static String live(String seenAt) {
    return "%s > now() - interval '%d seconds'".formatted(seenAt, LIVE_SECONDS);
  }

  /**
   * For how many milliseconds the oldest event that a replica has not applied has been recorded, 0
   * if there is none.
   *
   * @param replica the replica's row
   */
  public static String lagMillis(String replica) {
    return """
    coalesce((
      select greatest(0, extract(epoch from clock_timestamp() - e.recorded_at) * 1000)::bigint
      from ledger.event e where e.position = %s.position + 1), 0)\
    """
        .formatted(replica);
  }
}
