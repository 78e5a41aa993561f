package io.weir.ledger.quarkus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.weir.ledger.relay.RelayOptions;
import java.time.Duration;

/**
 * Settings of the ledger in a service; {@link io.weir.ledger.LedgerOptions} says what they mean.
 */
@ConfigMapping(prefix = "weir.ledger")
public interface LedgerConfig {
  /** How many commands may wait. */
  @WithDefault("1000")
  int queueCapacity();

  /** How many waiting commands are recorded in one transaction. */
  @WithDefault("64")
  int batchSize();

  /** How long to wait for the head while another process holds it. */
  @WithDefault("2s")
  Duration lockTimeout();

  /** After which a transaction that does not answer counts as broken. */
  @WithDefault("15s")
  Duration commitTimeout();

  /** How long to ask what became of a commit whose connection broke. */
  @WithDefault("15s")
  Duration resolveTimeout();

  /** The relay to Kafka. */
  Relay relay();

  /** Settings of the relay. */
  interface Relay {
    /** Whether this process may copy the ledger; some process has to. */
    @WithDefault("true")
    boolean enabled();

    /** The topic; its readers have to be told if it is another. */
    @WithDefault(RelayOptions.TOPIC)
    String topic();

    /** How many brokers keep the topic, when this process creates it. */
    @WithDefault("1")
    int replicationFactor();
  }
}
