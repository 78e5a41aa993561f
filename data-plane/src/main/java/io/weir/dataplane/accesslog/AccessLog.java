package io.weir.dataplane.accesslog;

import io.netty.channel.EventLoop;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Where one line per request goes, if anywhere. Thread-safe. */
public final class AccessLog implements AutoCloseable {
  /** Keeps nothing. */
  public static final AccessLog OFF = new AccessLog(null);

  private static final long CLOSE_MILLIS = 2_000;

  private final @Nullable LogWriter writer;
  private final List<LoopLog> loops = new CopyOnWriteArrayList<>();

  private AccessLog(@Nullable LogWriter writer) {
    this.writer = writer;
  }

  /**
   * The log that an option names.
   *
   * @param where {@code off}, {@code stdout} or the name of a file
   * @throws IOException if the file cannot be written
   */
  public static AccessLog of(String where) throws IOException {
    return switch (where) {
      case "off" -> OFF;
      case "stdout" -> to(new StreamSink(new FileOutputStream(FileDescriptor.out)));
      default -> file(Path.of(where));
    };
  }

  /**
   * A log that is appended to a file, and to a new one once that was moved or removed.
   *
   * @throws IOException if the file cannot be written
   */
  public static AccessLog file(Path file) throws IOException {
    return to(new FileSink(file));
  }

  static AccessLog to(Sink sink) {
    return new AccessLog(new LogWriter(sink));
  }

  /** The log to write to on an event loop, or null if there is none; called once for each loop. */
  public @Nullable LoopLog on(EventLoop loop) {
    LogWriter to = writer;
    if (to == null) {
      return null;
    }
    LoopLog log = new LoopLog(loop, to);
    loops.add(log);
    return log;
  }

  /** How many lines were written. */
  public long written() {
    return writer == null ? 0 : writer.written();
  }

  /** How many lines were lost because they could not be written in time or at all. */
  public long dropped() {
    return writer == null ? 0 : writer.dropped();
  }

  /** Writes what is still held and stops; takes no more than a few seconds. */
  @Override
  public void close() {
    LogWriter to = writer;
    if (to == null) {
      return;
    }
    try {
      collect();
      to.close(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void collect() throws InterruptedException {
    CountDownLatch flushed = new CountDownLatch(loops.size());
    for (LoopLog log : loops) {
      try {
        log.loop()
            .execute(
                () -> {
                  log.flush();
                  flushed.countDown();
                });
      } catch (RejectedExecutionException e) {
        // the loop is ending: when it has, nobody else writes to its log
        if (log.loop().awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
          log.flush();
        }
        flushed.countDown();
      }
    }
    if (!flushed.await(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
      System.getLogger(AccessLog.class.getName())
          .log(System.Logger.Level.WARNING, "the access log lacks the last lines of a busy thread");
    }
  }
}
