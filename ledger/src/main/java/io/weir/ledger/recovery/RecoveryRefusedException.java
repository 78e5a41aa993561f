package io.weir.ledger.recovery;

import org.jspecify.annotations.Nullable;

/**
 * The topic does not continue what the database has, or cannot be read; nothing was changed. Its
 * message says where and why.
 */
public final class RecoveryRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean topicAway;

  private RecoveryRefusedException(String message, @Nullable Throwable cause, boolean topicAway) {
    super(message, cause);
    this.topicAway = topicAway;
  }

  static RecoveryRefusedException because(String message, @Nullable Throwable cause) {
    return new RecoveryRefusedException(message, cause, false);
  }

  static RecoveryRefusedException topicAway(String message, @Nullable Throwable cause) {
    return new RecoveryRefusedException(message, cause, true);
  }

  /** Whether the topic could not be read at all, which trying again may change. */
  public boolean topicAway() {
    return topicAway;
  }
}
