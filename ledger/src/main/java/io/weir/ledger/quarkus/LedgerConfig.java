package io.weir.ledger.quarkus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.weir.contracts.topic.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings of the ledger in a service; {@link io.weir.ledger.LedgerOptions} says what they mean.
 */
@ConfigMapping(prefix = "weir.ledger")
public interface LedgerConfig {
  /** The topic that the relay copies to, the same in every process. */
  @WithDefault(Topic.NAME)
  String topic();

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

  /** Images of the configuration, from which starts and the past are made. */
  Images images();

  /** The relay to Kafka. */
  Relay relay();

  /** Who signs checkpoints. */
  Signer signer();

  /** Settings of the signer. */
  interface Signer {
    /**
     * Where this process keeps its signing key, and checkpoints as files ({@code
     * WEIR_LEDGER_SIGNER_DIRECTORY}); without it, it signs nothing.
     */
    Optional<Path> directory();

    /** After which time a checkpoint is signed if there are new events. */
    @WithDefault("1m")
    Duration busy();

    /** After which time one is signed in any case. */
    @WithDefault("1h")
    Duration idle();

    /** How often to look. */
    @WithDefault("1s")
    Duration look();
  }

  /** Settings of the images. */
  interface Images {
    /** How many events are between two that are kept, at least. */
    @WithDefault("1000")
    long every();

    /** How many objects the pasts that are remembered have together at most. */
    @WithDefault("100000")
    long objectsInMemory();
  }

  /** Settings of the relay. */
  interface Relay {
    /** Whether this process may copy the ledger; some process has to. */
    @WithDefault("true")
    boolean enabled();

    /** How many brokers keep the topic, when this process creates it. */
    @WithDefault("1")
    int replicationFactor();
  }
}
