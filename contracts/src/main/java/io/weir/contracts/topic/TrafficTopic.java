package io.weir.contracts.topic;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Kafka topic in which replicas tell what they served: counts by minute, and a sample of the
 * requests themselves. One partition; observations, of which nothing is in the ledger.
 */
public final class TrafficTopic {
  /** Its name, unless {@code weir.traffic.topic} names another in every process. */
  public static final String NAME = "weir.traffic";

  /** Bytes of the largest record: the counts of a minute. */
  public static final int MAX_RECORD_BYTES = 4 * 1024 * 1024;

  private static final long RETENTION_MILLIS = 2 * 60 * 60 * 1000L;
  private static final long RETENTION_BYTES = 1L << 30;
  private static final int SEGMENT_MILLIS = 10 * 60 * 1000;
  private static final int SEGMENT_BYTES = 64 * 1024 * 1024;

  private TrafficTopic() {}

  /**
   * What the topic is made with, by the names Kafka gives its settings: two hours and 1 GiB. Kafka
   * deletes whole segments that nobody writes to any more, so those are short.
   */
  public static Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("cleanup.policy", "delete");
    settings.put("retention.ms", Long.toString(RETENTION_MILLIS));
    settings.put("retention.bytes", Long.toString(RETENTION_BYTES));
    settings.put("segment.ms", Integer.toString(SEGMENT_MILLIS));
    settings.put("segment.bytes", Integer.toString(SEGMENT_BYTES));
    settings.put("max.message.bytes", Integer.toString(MAX_RECORD_BYTES));
    return settings;
  }
}
