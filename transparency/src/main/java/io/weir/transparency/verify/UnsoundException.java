package io.weir.transparency.verify;

/** A history is not what was recorded. */
public final class UnsoundException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  public UnsoundException(Finding finding) {
    super(finding.what());
    this.finding = finding;
  }

  /** Something is wrong at a position; 0 if it is not of one event. */
  public UnsoundException(long position, String what) {
    this(new Finding(position, what));
  }

  public Finding finding() {
    return finding;
  }
}
