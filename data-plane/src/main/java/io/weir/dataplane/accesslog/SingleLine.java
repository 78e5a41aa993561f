package io.weir.dataplane.accesslog;

import java.util.Arrays;

/** Lines of the access log one by one, each as bytes of its own. One thread. */
public final class SingleLine {
  private static final int USUAL = 1_024;

  private final Timestamp timestamp = new Timestamp();
  private final JsonLines out = new JsonLines(new byte[USUAL]);

  /** Begins a line with a time, in milliseconds since 1970; {@link #end} must follow. */
  public JsonLines begin(long epochMilli) {
    out.into(out.bytes());
    return out.begin().encoded(LoopLog.AT, timestamp.of(epochMilli));
  }

  /** The line, without its end. */
  public byte[] end() {
    out.end();
    return Arrays.copyOf(out.bytes(), out.length() - 1);
  }
}
