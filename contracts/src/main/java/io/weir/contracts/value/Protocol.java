package io.weir.contracts.value;

/** How nodes are spoken to. */
public enum Protocol {
  HTTP(80),
  HTTPS(443);

  private final int usualPort;

  Protocol(int usualPort) {
    this.usualPort = usualPort;
  }

  /** The port that a URI means if it names none (RFC 9110, 4.2). */
  public int usualPort() {
    return usualPort;
  }
}
