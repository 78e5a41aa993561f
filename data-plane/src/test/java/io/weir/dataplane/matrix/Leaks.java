package io.weir.dataplane.matrix;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Watches every buffer there is, from its making to its closing, for one that nobody released. */
final class Leaks extends Handler implements AutoCloseable {
  private static final int TRACKED_TO_SEE_FORMER = 100;

  private final ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();
  private final Logger logger = Logger.getLogger(ResourceLeakDetector.class.getName());
  private final Queue<String> found = new ConcurrentLinkedQueue<>();

  Leaks() {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    // what others have leaked before is theirs
    provoke();
    logger.addHandler(this);
    logger.setUseParentHandlers(false);
  }

  /** Leaks are told when a buffer is collected and another one made. */
  private static void provoke() {
    for (int i = 0; i < 3; i++) {
      System.gc();
      for (int made = 0; made < TRACKED_TO_SEE_FORMER; made++) {
        ByteBuf buffer = ByteBufAllocator.DEFAULT.directBuffer(16);
        buffer.release();
      }
    }
  }

  /** What was leaked since the beginning. */
  List<String> found() {
    provoke();
    return List.copyOf(found);
  }

  @Override
  public void publish(LogRecord message) {
    if (message.getLevel().intValue() >= Level.SEVERE.intValue()) {
      found.add(message.getMessage());
    }
  }

  @Override
  public void flush() {
    // nothing is held back
  }

  @Override
  public void close() {
    logger.setUseParentHandlers(true);
    logger.removeHandler(this);
    ResourceLeakDetector.setLevel(before);
  }
}
