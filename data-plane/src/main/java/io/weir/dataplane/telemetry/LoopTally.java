package io.weir.dataplane.telemetry;

import io.netty.channel.EventLoop;
import io.weir.dataplane.exchange.Finished;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The two tallies of one event loop: it counts in one while the other is read, and changes them
 * when it is asked to. So each request is wholly in one of them, and what is written is shared with
 * nobody.
 */
final class LoopTally {
  private final EventLoop loop;

  /** The event loop's. */
  private Tally current = new Tally();

  // of whoever reads
  private Tally empty = new Tally();
  private @Nullable CompletableFuture<Tally> asked;

  LoopTally(EventLoop loop) {
    this.loop = loop;
  }

  /** Counts a request; on the event loop. */
  void count(Finished request) {
    current.count(request);
  }

  /** Asks for what was counted; one thread. */
  void ask() {
    if (asked != null) {
      return; // it is still busy with what it was at then
    }
    CompletableFuture<Tally> answer = new CompletableFuture<>();
    Tally next = empty;
    try {
      loop.execute(() -> answer.complete(change(next)));
      asked = answer;
    } catch (RejectedExecutionException e) {
      // once the loop has ended, nobody else counts
      if (loop.isTerminated()) {
        answer.complete(change(next));
        asked = answer;
      }
    }
  }

  private Tally change(Tally next) {
    Tally full = current;
    current = next;
    return full;
  }

  /**
   * Adds what was asked for to a minute; what does not come in time comes with the next.
   *
   * @param nanos how long to wait at most
   */
  void addTo(TrafficMinute minute, long nanos) throws InterruptedException {
    CompletableFuture<Tally> answer = asked;
    if (answer == null) {
      return;
    }
    try {
      Tally full = answer.get(nanos, TimeUnit.NANOSECONDS);
      asked = null;
      full.emptyInto(minute);
      empty = full;
    } catch (TimeoutException e) {
      // the event loop is busy
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
