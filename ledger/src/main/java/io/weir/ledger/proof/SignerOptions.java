package io.weir.ledger.proof;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how often checkpoints are signed.
 *
 * @param directory where the key is, and where checkpoints are published as files
 * @param busy after which time a checkpoint is signed if there are new events
 * @param idle after which time one is signed in any case
 * @param look how often to look
 */
public record SignerOptions(Path directory, Duration busy, Duration idle, Duration look) {
  /** Every minute in which something happened, and every hour. */
  public static SignerOptions of(Path directory) {
    return new SignerOptions(
        directory, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofSeconds(1));
  }
}
