package io.weir.ledger.relay;

import java.time.Duration;

/**
 * Where the relay writes and how patient it is.
 *
 * @param bootstrapServers of Kafka, {@code host:port} separated by commas
 * @param topic of one partition that keeps everything; created if absent
 * @param replicationFactor of the topic when it is created
 * @param batchSize how many events are read at once
 * @param pollInterval how often to look for events, or for the lock, when nothing wakes the relay
 * @param kafkaTimeout how long to wait for Kafka before beginning anew
 * @param inspectEvery how often to look whether the topic still is the ledger
 */
public record RelayOptions(
    String bootstrapServers,
    String topic,
    short replicationFactor,
    int batchSize,
    Duration pollInterval,
    Duration kafkaTimeout,
    Duration inspectEvery) {
  /** What suits most; throws {@link IllegalArgumentException} if the factor is below 1. */
  public static RelayOptions of(String bootstrapServers, String topic, int replicationFactor) {
    return new RelayOptions(
        bootstrapServers,
        topic,
        (short) replicationFactor,
        100,
        Duration.ofMillis(500),
        Duration.ofSeconds(30),
        Duration.ofSeconds(2));
  }

  /** The same with another patience. */
  RelayOptions within(Duration timeout) {
    return new RelayOptions(
        bootstrapServers, topic, replicationFactor, batchSize, pollInterval, timeout, inspectEvery);
  }

  /** The same, looking at the topic at other times. */
  public RelayOptions inspecting(Duration every) {
    return new RelayOptions(
        bootstrapServers, topic, replicationFactor, batchSize, pollInterval, kafkaTimeout, every);
  }

  public RelayOptions {
    if (replicationFactor < 1) {
      throw new IllegalArgumentException("a topic needs a replication factor of at least 1");
    }
  }
}
