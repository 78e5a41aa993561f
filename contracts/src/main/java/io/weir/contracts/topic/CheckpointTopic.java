package io.weir.contracts.topic;

/**
 * The Kafka topic of checkpoints: every record is a signed note. Those of the ledger's own keys
 * come from whoever signs; a witness answers with the same text under a signature of its own.
 */
public final class CheckpointTopic {
  /** Its name. */
  public static final String NAME = "weir.checkpoints";

  /** The header with the verifier key of the witness whose note it is; the ledger's have none. */
  public static final String WITNESS = "weir_witness";

  private CheckpointTopic() {}
}
