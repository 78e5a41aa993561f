package io.weir.dataplane.accesslog;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes the chunks of all event loops on a thread of its own. At most {@value #HELD} wait: when
 * the disk is slower than the traffic for long, lines are dropped and counted rather than requests
 * delayed.
 */
final class LogWriter {
  private static final int HELD = 64;
  private static final System.Logger LOG = System.getLogger(AccessLog.class.getName());
  private static final long COMPLAIN_EVERY = TimeUnit.MINUTES.toNanos(1);
  private static final Chunk STOP = new Chunk(new byte[0], 0, 0);

  private final BlockingQueue<Chunk> queue = new ArrayBlockingQueue<>(HELD);
  private final Queue<byte[]> spare = new ArrayBlockingQueue<>(HELD);
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final Sink sink;
  private final Thread thread;
  private volatile boolean closed;
  private boolean complained;
  private long complainedAt;

  LogWriter(Sink sink) {
    this.sink = sink;
    thread = Thread.ofPlatform().name("access-log").daemon().start(this::run);
  }

  /** An empty buffer. */
  byte[] buffer() {
    byte[] used = spare.poll();
    return used == null ? new byte[LoopLog.BUFFER] : used;
  }

  /** Takes a chunk over; false if it is lost instead, and its buffer still the caller's. */
  boolean take(Chunk chunk) {
    boolean taken = !closed && queue.offer(chunk);
    if (!taken) {
      dropped.addAndGet(chunk.lines());
    }
    return taken;
  }

  long written() {
    return written.get();
  }

  long dropped() {
    return dropped.get();
  }

  private void run() {
    try (sink) {
      for (Chunk chunk = queue.take(); chunk != STOP; chunk = queue.take()) {
        write(chunk);
        if (chunk.bytes().length == LoopLog.BUFFER) {
          spare.offer(chunk.bytes());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the access log cannot be closed", e);
    } finally {
      closed = true;
    }
  }

  private void write(Chunk chunk) {
    try {
      sink.write(chunk.bytes(), chunk.length());
      written.addAndGet(chunk.lines());
    } catch (IOException e) {
      dropped.addAndGet(chunk.lines());
      long now = System.nanoTime();
      if (!complained || now - complainedAt > COMPLAIN_EVERY) {
        complained = true;
        complainedAt = now;
        LOG.log(System.Logger.Level.ERROR, "the access log cannot be written: lines are lost", e);
      }
    }
  }

  /** Writes what it has and stops. */
  void close(long millis) throws InterruptedException {
    if (queue.offer(STOP, millis, TimeUnit.MILLISECONDS)) {
      thread.join(millis);
    }
    closed = true;
  }
}
