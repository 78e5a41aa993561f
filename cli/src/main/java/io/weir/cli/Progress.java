package io.weir.cli;

import java.io.PrintWriter;
import java.util.function.LongConsumer;

/** How far something long is, on a terminal; elsewhere nothing is said. One thread. */
final class Progress implements LongConsumer, AutoCloseable {
  private static final long EVERY_NANOS = 200_000_000;

  private final long expected;
  private final PrintWriter out;
  private final boolean shown;
  private long told = System.nanoTime();
  private boolean open;

  private Progress(long expected, PrintWriter out, boolean shown) {
    this.expected = expected;
    this.out = out;
    this.shown = shown;
  }

  /**
   * Progress of events.
   *
   * @param expected how many there are; -1 if that is unknown
   */
  static Progress of(long expected, PrintWriter out) {
    var console = System.console();
    return new Progress(expected, out, console != null && console.isTerminal());
  }

  @Override
  public void accept(long events) {
    if (!shown || System.nanoTime() - told < EVERY_NANOS) {
      return;
    }
    told = System.nanoTime();
    open = true;
    out.print(
        expected < 1
            ? "\r%,d events".formatted(events)
            : "\r%,d of %,d events, %d %%".formatted(events, expected, events * 100 / expected));
    out.flush();
  }

  @Override
  public void close() {
    if (open) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }
}
