package io.weir.dataplane.accesslog;

import io.netty.channel.EventLoop;
import io.weir.dataplane.accesslog.JsonLines.Key;
import java.util.concurrent.TimeUnit;

/**
 * The access log of one event loop: lines are encoded into a buffer that goes to the writer when it
 * is well filled or 200 ms old. One event loop.
 */
public final class LoopLog {
  /** Room for a line of usual length is left when a buffer is handed over. */
  static final int BUFFER = 64 * 1024;

  private static final int FULL = 48 * 1024;
  private static final long PATIENCE_MILLIS = 200;
  static final Key AT = new Key("at");

  private final EventLoop loop;
  private final LogWriter writer;
  private final Timestamp timestamp = new Timestamp();
  private final JsonLines out;
  private int lines;
  private boolean timed;

  LoopLog(EventLoop loop, LogWriter writer) {
    this.loop = loop;
    this.writer = writer;
    out = new JsonLines(writer.buffer());
  }

  /** Begins a line with a time, in milliseconds since 1970; {@link #end} must follow. */
  public JsonLines begin(long epochMilli) {
    return out.begin().encoded(AT, timestamp.of(epochMilli));
  }

  /** The line is complete. */
  public void end() {
    out.end();
    lines++;
    if (out.length() >= FULL) {
      flush();
    } else if (!timed) {
      timed = true;
      loop.schedule(this::due, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void due() {
    timed = false;
    flush();
  }

  /** Hands over what there is. */
  void flush() {
    if (lines == 0) {
      return;
    }
    boolean taken = writer.take(new Chunk(out.bytes(), out.length(), lines));
    out.into(taken ? writer.buffer() : out.bytes());
    lines = 0;
  }

  EventLoop loop() {
    return loop;
  }
}
