package io.weir.dataplane.support.script;

/** A request as a scripted node has read it so far. One thread. */
public final class Asked {
  private final String method;
  private final String target;
  private final int stream;
  private final Digest body = new Digest();
  private boolean read;

  Asked(String method, String target, int stream) {
    this.method = method;
    this.target = target;
    this.stream = stream;
  }

  public String method() {
    return method;
  }

  public String target() {
    return target;
  }

  /** The stream of HTTP/2 it came on, 0 if it came in HTTP/1.1. */
  public int stream() {
    return stream;
  }

  Digest body() {
    return body;
  }

  void bodyIsRead() {
    read = true;
  }

  /** What was read of the body in one word, {@code unread} before its end. */
  public String bodyInAWord() {
    return read ? body.inAWord() : "unread";
  }
}
