package io.weir.dataplane;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One line a message on standard error, Kafka's chatter left out, and none lost while stopping. */
final class Logs {
  private static final String FORMAT = "%1$tFT%1$tT.%1$tL%1$tz %4$-7s %5$s%6$s%n";

  /** Held here, or its level would be forgotten with it. */
  private static @Nullable Logger kafka;

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
    Logger chatty = Logger.getLogger("org.apache.kafka");
    chatty.setLevel(Level.SEVERE);
    kafka = chatty;
  }

  /** The platform's log manager forgets its handlers as soon as the process begins to stop. */
  public static final class Lasting extends LogManager {
    @Override
    public void reset() {
      // keeps the handlers: what happens while stopping is worth a line
    }
  }
}
