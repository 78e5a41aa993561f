package io.weir.ledger.relay;

import io.weir.ledger.StoredEvents;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Copies the ledger to its topic, on a thread of its own. Any number of processes may run one:
 * whoever holds the database's lock copies, the others stand by. It outlives outages of PostgreSQL
 * and Kafka, and after one continues from the last event of the topic: an event may be there twice,
 * but none is missing.
 */
public final class LedgerRelay implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LedgerRelay.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int CLOSE_SECONDS = 10;

  private final CountDownLatch stopped = new CountDownLatch(1);
  private final RelaySession session;
  private final Thread thread;
  private volatile RelayStatus status = RelayStatus.initial();

  /**
   * A relay.
   *
   * @param database connected to directly, as a pooler would lose the lock
   * @param ledger what is copied; of the same database
   */
  public LedgerRelay(DataSource database, StoredEvents ledger, RelayOptions options) {
    session = new RelaySession(database, ledger, options, new Life());
    thread = Thread.ofPlatform().daemon().name("ledger-relay").unstarted(this::run);
  }

  /** Starts copying and returns at once; to be called once. */
  public void start() {
    thread.start();
  }

  /** What it is doing now. */
  public RelayStatus status() {
    return status;
  }

  /** The relay's own thread alone changes its status. */
  private void change(UnaryOperator<RelayStatus> change) {
    status = change.apply(status);
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (stopped.getCount() > 0) {
      try {
        session.run();
      } catch (Exception | OutOfMemoryError e) {
        if (status.lastError() == null) {
          pause = FIRST_PAUSE;
        }
        failed(e);
      }
      pause = pauseAfter(pause);
    }
    change(last -> last.in(RelayStatus.State.STOPPED));
  }

  private Duration pauseAfter(Duration pause) {
    try {
      if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        return pause;
      }
    } catch (InterruptedException e) {
      stopped.countDown();
    }
    Duration longer = pause.multipliedBy(2);
    return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }

  private void failed(Throwable failure) {
    if (stopped.getCount() == 0) {
      return;
    }
    String error = describe(failure);
    // Once for each thing that goes wrong, not once for each attempt.
    if (!error.equals(status.lastError())) {
      LOG.log(Level.WARNING, "the relay begins anew: {0}", error);
    }
    change(last -> last.failed(error, Instant.now()));
  }

  private static String describe(Throwable failure) {
    String message = message(failure);
    Throwable cause = failure.getCause();
    return cause == null ? message : message + ": " + message(cause);
  }

  private static String message(Throwable failure) {
    @Nullable String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  /** Stops after what is under way, within seconds; another process may then take over. */
  @Override
  public void close() {
    stopped.countDown();
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      thread.join(Duration.ofSeconds(CLOSE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Life implements RelaySession.Life {
    @Override
    public boolean stopped() {
      return stopped.getCount() == 0;
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
      var _ = stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void report(UnaryOperator<RelayStatus> change) {
      LedgerRelay.this.change(change);
    }
  }
}
