package io.weir.benchmarks.load;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Decides when which connection sends, and counts. One event loop. */
final class LoadLoop {
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(5);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final EventLoop loop;
  private final Requests requests;
  private final double rate;
  private final Histogram latencies = new Histogram(LONGEST_NANOS, 3);
  private final ArrayDeque<Connection> idle = new ArrayDeque<>();

  /** When those were due that wait for a connection. */
  private final ArrayDeque<Long> waiting = new ArrayDeque<>();

  private final CompletableFuture<Measured> result = new CompletableFuture<>();
  private List<Connection> all = List.of();
  private long from;
  private long counted;
  private long until;
  private long sent;
  private long total;
  private long errors;

  /**
   * A loop that has not begun.
   *
   * @param rate requests a second, or 0 for as many as the connections carry
   */
  LoadLoop(EventLoop loop, Requests requests, double rate) {
    this.loop = loop;
    this.requests = requests;
    this.rate = rate;
  }

  /** Begins at one time, counts from another, and ends at a third. */
  CompletableFuture<Measured> begin(
      List<Connection> connections, long from, long counted, long until) {
    all = connections;
    this.from = from;
    this.counted = counted;
    this.until = until;
    if (rate > 0) {
      idle.addAll(connections);
      loop.schedule(this::sendWhatIsDue, from - System.nanoTime(), TimeUnit.NANOSECONDS);
    } else {
      connections.forEach(connection -> connection.send(requests.next(), System.nanoTime()));
    }
    loop.schedule(this::finish, until - System.nanoTime(), TimeUnit.NANOSECONDS);
    return result;
  }

  private long due() {
    return from + (long) (sent * 1e9 / rate);
  }

  private void sendWhatIsDue() {
    long due = due();
    while (due <= System.nanoTime() && due < until) {
      sent++;
      Connection free = idle.poll();
      if (free == null) {
        waiting.add(due);
      } else {
        free.send(requests.next(), due);
      }
      due = due();
    }
    if (due < until) {
      loop.schedule(
          this::sendWhatIsDue, Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
  }

  /** A response has come for the request that was due then. */
  void answered(Connection connection, long due, boolean success) {
    long now = System.nanoTime();
    total++;
    if (!success) {
      errors++;
    }
    if (due >= counted && due < until && (rate > 0 || now < until)) {
      latencies.recordValue(Math.min(now - due, LONGEST_NANOS));
    }
    free(connection);
  }

  /** A connection broke and is open again; the request on it, if any, is lost. */
  void reopened(Connection connection, boolean lost) {
    if (lost) {
      errors++;
    }
    free(connection);
  }

  private void free(Connection connection) {
    long now = System.nanoTime();
    if (rate > 0) {
      Long due = waiting.poll();
      if (due == null) {
        idle.add(connection);
      } else {
        connection.send(requests.next(), due);
      }
    } else if (now < until) {
      connection.send(requests.next(), now);
    }
  }

  /** Waits for what is under way, but not for ever; what is late then is late at least so much. */
  private void finish() {
    long now = System.nanoTime();
    boolean underWay = all.stream().anyMatch(Connection::isBusy) || !waiting.isEmpty();
    if (rate > 0 && underWay && now < until + PATIENCE_NANOS) {
      loop.schedule(this::finish, 10, TimeUnit.MILLISECONDS);
      return;
    }
    long unfinished = 0;
    if (rate > 0) {
      for (Connection connection : all) {
        if (connection.isBusy() && connection.due() >= counted) {
          latencies.recordValue(now - connection.due());
          unfinished++;
        }
      }
      for (long due : waiting) {
        latencies.recordValue(now - due);
        unfinished++;
      }
    }
    result.complete(
        Measured.of((until - counted) / 1e9, rate, total, errors, unfinished, latencies));
  }

  boolean isOver() {
    return result.isDone();
  }
}
