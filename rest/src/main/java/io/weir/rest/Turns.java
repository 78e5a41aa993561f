package io.weir.rest;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many answers of a costly kind are made at a time; who comes while all are being made is told
 * to come again. Thread-safe.
 */
public final class Turns {
  private final Semaphore free;
  private final int atOnce;
  private final String what;
  private final int retrySeconds;

  /**
   * Turns.
   *
   * @param atOnce how many, at least 1
   * @param what the plural of it, for the sentence: {@code exports are being written}
   * @param retrySeconds after which another try makes sense
   */
  public Turns(int atOnce, String what, int retrySeconds) {
    this.atOnce = atOnce;
    this.what = what;
    this.retrySeconds = retrySeconds;
    free = new Semaphore(atOnce);
  }

  /** One of them; ended once, however often it is said. */
  public static final class Turn implements AutoCloseable {
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Runnable release;

    /**
     * A turn.
     *
     * @param release what happens when it ends
     */
    public Turn(Runnable release) {
      this.release = release;
    }

    /**
     * Ends with the request, however that ends: also if its client has left already, of which
     * nobody is told any more.
     */
    public void untilEnd(RoutingContext request) {
      request.addEndHandler(_ -> close());
      var response = request.response();
      if (response.closed() || response.ended()) {
        close();
      }
    }

    @Override
    public void close() {
      if (ended.compareAndSet(false, true)) {
        release.run();
      }
    }
  }

  /**
   * Takes one.
   *
   * @throws ProblemException 503 if all are taken
   */
  public Turn take() {
    if (!free.tryAcquire()) {
      throw ProblemException.retryLater(ProblemCode.LEDGER_BUSY, atOnce + " " + what, retrySeconds);
    }
    return new Turn(free::release);
  }

  /** How many could be taken now. */
  public int free() {
    return free.availablePermits();
  }
}
