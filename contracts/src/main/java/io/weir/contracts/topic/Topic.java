package io.weir.contracts.topic;

import java.util.LinkedHashMap;
import java.util.Map;

/** The Kafka topic that holds the ledger: one partition, every event, in order, for ever. */
public final class Topic {
  /** Its name, unless {@code weir.ledger.topic} names another in every process. */
  public static final String NAME = "weir.ledger";

  /** More would have no order. */
  public static final int PARTITIONS = 1;

  /** Bytes; room for the largest event with its headers, the ledger refuses larger ones. */
  public static final int MAX_RECORD_BYTES = 16 * 1024 * 1024;

  private Topic() {}

  /**
   * What the topic is made with, by the names Kafka gives its settings.
   *
   * @param replicationFactor how many brokers keep it, at least 1
   */
  public static Map<String, String> settings(int replicationFactor) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("cleanup.policy", "delete");
    settings.put("retention.ms", "-1");
    settings.put("retention.bytes", "-1");
    settings.put("max.message.bytes", Integer.toString(MAX_RECORD_BYTES));
    settings.put("unclean.leader.election.enable", "false");
    if (replicationFactor > 2) {
      settings.put("min.insync.replicas", "2");
    }
    return settings;
  }
}
