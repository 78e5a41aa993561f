package io.weir.dataplane;

import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** One line a message on standard error, chatter left out, and none lost while stopping. */
final class Logs {
  private static final String FORMAT = "%1$tFT%1$tT.%1$tL%1$tz %4$-7s %5$s%6$s%n";

  /** Held here, or their levels would be forgotten with them. */
  private static List<Logger> quiet = List.of();

  private Logs() {}

  /** Before the first logger is made. */
  static void configure() {
    System.setProperty("java.util.logging.manager", Lasting.class.getName());
    System.setProperty("java.util.logging.SimpleFormatter.format", FORMAT);
    Logger root = Logger.getLogger("");
    for (var handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    root.addHandler(new ConsoleHandler());
    Logger kafka = Logger.getLogger("org.apache.kafka");
    kafka.setLevel(Level.SEVERE);
    // tells of each frame for a stream that was reset, which any client can send as it likes
    Logger http2 = Logger.getLogger("io.netty.handler.codec.http2");
    http2.setLevel(Level.WARNING);
    quiet = List.of(kafka, http2);
  }

  /** The platform's log manager forgets its handlers as soon as the process begins to stop. */
  public static final class Lasting extends LogManager {
    @Override
    public void reset() {
      // keeps the handlers: what happens while stopping is worth a line
    }
  }
}
