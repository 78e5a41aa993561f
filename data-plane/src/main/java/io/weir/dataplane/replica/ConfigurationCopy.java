package io.weir.dataplane.replica;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.image.GatewayImage;
import io.weir.dataplane.witness.WitnessReport;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * This replica's copy of the configuration, which it publishes as it changes. All reading methods
 * may be called by any thread.
 */
public sealed interface ConfigurationCopy permits LedgerCopy, FileCopy {
  /**
   * Publishes what it has and begins to follow what comes.
   *
   * @throws IOException if it has nothing and nothing will come by itself
   */
  void start() throws IOException;

  /** Follows nothing any more. */
  void stop();

  /** Goes on with other clients of Kafka, if it has some. Any thread. */
  void renewClients();

  /** Where it stands. */
  ReplicaState state();

  /** Whether traffic may come: once true, always true. */
  boolean ready();

  /** The image that is served, or null if there is none yet. */
  @Nullable GatewayImage image();

  /** How many records it has still to read, -1 while that is unknown. */
  long lag();

  /** Something it reports is different now. Any thread, never blocks. */
  void changed();

  /** What it says as a witness of the ledger, or null if it is none. */
  @Nullable WitnessReport witness();

  /** Everything it would report, as JSON. */
  JsonNode describe();
}
