package io.weir.ledger.relay;

/** The topic is not the ledger from its first event on: its readers would stop at what is said. */
final class DamagedTopicException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  DamagedTopicException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** Which topic, and what is wrong with it. */
  String sentence() {
    return sentence;
  }
}
