package io.weir.projector.projection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.weir.contracts.topic.Topic;
import java.time.Duration;

/** Where the ledger is read, and how patiently. */
@ConfigMapping(prefix = "weir.ledger")
public interface LedgerSettings {
  /** The topic, the same in every process. */
  @WithDefault(Topic.NAME)
  String topic();

  /** How often a stuck intake looks whether the topic has been put right. */
  @WithDefault("30s")
  Duration repairInterval();
}
