package io.weir.dataplane.http;

/**
 * A message that is not HTTP as we accept it: wrong, ambiguous, or beyond a limit. Carries no stack
 * trace: it tells about a peer, not about us.
 */
public final class MalformedException extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  /** Says what is wrong and with which status, 4xx, a client is told. */
  public MalformedException(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /** A message that is simply wrong. */
  public static MalformedException of(String message) {
    return new MalformedException(400, message);
  }

  /** The status to answer a client with. */
  public int status() {
    return status;
  }

  /** What is wrong, never null. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
