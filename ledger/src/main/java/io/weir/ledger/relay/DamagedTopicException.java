package io.weir.ledger.relay;

/** The topic is not the ledger from its first event on: its readers would stop at what is said. */
final class DamagedTopicException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A topic that is damaged.
   *
   * @param sentence which topic, and what is wrong with it
   */
  DamagedTopicException(String sentence) {
    super(sentence);
  }
}
