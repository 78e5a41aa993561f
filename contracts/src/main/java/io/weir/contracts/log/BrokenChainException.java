package io.weir.contracts.log;

/** Events are missing, altered or of another history; nothing after them may be applied. */
public final class BrokenChainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FaultKind kind;
  private final String what;

  BrokenChainException(FaultKind kind, long position, String what) {
    super("event %d %s".formatted(position, what));
    this.kind = kind;
    this.what = what;
  }

  public FaultKind kind() {
    return kind;
  }

  /** What is wrong, to be read after the event's name. */
  public String what() {
    return what;
  }
}
