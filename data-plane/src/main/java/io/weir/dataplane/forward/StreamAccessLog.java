package io.weir.dataplane.forward;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Writes access records to a stream on a thread of its own. When the stream is slower than the
 * traffic for long, records are dropped and counted rather than requests delayed.
 */
public final class StreamAccessLog implements AccessLog {
  private static final int HELD = 16 * 1024;
  private static final String STOP = "";

  private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(HELD);
  private final LongAdder dropped = new LongAdder();
  private final OutputStream out;
  private final Thread writer;

  private StreamAccessLog(OutputStream out) {
    this.out = new BufferedOutputStream(out, 64 * 1024);
    writer = Thread.ofPlatform().name("access-log").daemon().start(this::run);
  }

  /** A log that goes to standard output. */
  public static StreamAccessLog standardOutput() {
    return new StreamAccessLog(System.out);
  }

  /**
   * A log that is appended to a file.
   *
   * @throws IOException if the file cannot be written
   */
  public static StreamAccessLog file(Path file) throws IOException {
    return new StreamAccessLog(
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  @Override
  public void record(Exchange exchange) {
    if (!queue.offer(AccessRecord.of(exchange, Instant.now()))) {
      dropped.increment();
    }
  }

  /** How many records were lost. */
  public long dropped() {
    return dropped.sum();
  }

  private void run() {
    try {
      for (String line = queue.take(); !line.equals(STOP); line = queue.take()) {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        if (queue.isEmpty()) {
          out.flush();
        }
      }
      out.flush();
    } catch (IOException e) {
      System.getLogger(StreamAccessLog.class.getName())
          .log(System.Logger.Level.ERROR, "the access log cannot be written any more", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      queue.put(STOP);
      writer.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
