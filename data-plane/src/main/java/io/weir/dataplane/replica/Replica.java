package io.weir.dataplane.replica;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.image.GatewayImage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * This node's copy of the configuration, which it publishes as it changes. All reading methods may
 * be called by any thread.
 */
public sealed interface Replica permits LedgerReplica, FileReplica {
  /**
   * Publishes what it has and begins to follow what comes.
   *
   * @throws IOException if it has nothing and nothing will come by itself
   */
  void start() throws IOException;

  /** Follows nothing any more. */
  void stop();

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

  /** Everything it would report, as JSON. */
  JsonNode describe();
}
