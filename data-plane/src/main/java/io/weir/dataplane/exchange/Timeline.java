package io.weir.dataplane.exchange;

/** When what happened to an attempt; it changes no more when that is over. One event loop. */
public final class Timeline {
  private static final long NOT_YET = 0;

  private final long startedAt;
  private long connectedAt = NOT_YET;
  private long answeredAt = NOT_YET;
  private long endedAt = NOT_YET;

  /** Begins at a {@link System#nanoTime()}. */
  Timeline(long now) {
    startedAt = now;
  }

  /** There is a way to the node; one that was there before took no time. */
  void connected(boolean reused) {
    connectedAt = reused ? startedAt : System.nanoTime();
  }

  /** The head of a response came; says when, a {@link System#nanoTime()}. */
  long answered() {
    answeredAt = System.nanoTime();
    return answeredAt;
  }

  /** It is over. */
  void ended() {
    endedAt = System.nanoTime();
  }

  /** When it began, a {@link System#nanoTime()}. */
  public long startedAt() {
    return startedAt;
  }

  /** Microseconds until connected, -1 if it never was. */
  public long connectMicros() {
    return micros(connectedAt);
  }

  /** Microseconds until the head of the response, -1 if it never came. */
  public long firstByteMicros() {
    return micros(answeredAt);
  }

  /** Microseconds in all. */
  public long totalMicros() {
    return micros(endedAt == NOT_YET ? System.nanoTime() : endedAt);
  }

  private long micros(long at) {
    return at == NOT_YET ? -1 : (at - startedAt) / 1_000;
  }
}
