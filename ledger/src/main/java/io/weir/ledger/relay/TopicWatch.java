package io.weir.ledger.relay;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.ledger.KnownEnd;
import io.weir.ledger.StoredEvents;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks once a second where the topic ends, on a thread of its own: what is there was committed, so
 * a database that has less was rewound. This is how a process learns it that has just started, or
 * has not read so far itself; while Kafka is away, it cannot.
 */
public final class TopicWatch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(TopicWatch.class.getName());
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int CLOSE_SECONDS = 10;

  private final RelayOptions options;
  private final StoredEvents ledger;
  private final KnownEnd known;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  /** A watch over the topic of a ledger, which tells what it sees. */
  public TopicWatch(RelayOptions options, StoredEvents ledger, KnownEnd known) {
    this.options = options.within(PATIENCE);
    this.ledger = ledger;
    this.known = known;
    thread = Thread.ofPlatform().daemon().name("topic-watch").unstarted(this::run);
  }

  /** Starts looking and returns at once; to be called once. */
  public void start() {
    thread.start();
  }

  private void run() {
    while (stopped.getCount() > 0) {
      Map<String, Object> connection = new KafkaTopic(options).connection();
      try (var end = new TopicEnd(options, connection)) {
        while (stopped.getCount() > 0) {
          look(end);
          pause();
        }
      } catch (RuntimeException e) {
        // Kafka or PostgreSQL is away, or the topic is not there: the relay says so
        LOG.log(Level.DEBUG, "the end of the topic is not known", e);
        known.nobodyAnswers();
        pause();
      }
    }
  }

  private void look(TopicEnd topic) {
    Optional<Recorded> last = topic.last();
    if (last.isEmpty()) {
      known.nothing();
      return;
    }
    var envelope = last.get().envelope();
    var end = new Chain(envelope.ledgerId(), envelope.position(), last.get().hash());
    boolean contradicted;
    try {
      contradicted = isContradicted(end);
    } catch (RuntimeException e) {
      // what the topic has counts, whether the database answers or not
      known.seen(end);
      throw e;
    }
    known.seen(end, contradicted);
  }

  private boolean isContradicted(Chain end) {
    Chain head = ledger.head();
    return head.ledgerId().equals(end.ledgerId())
        && head.position() >= end.position()
        && !ledger.hold(end);
  }

  private void pause() {
    try {
      var _ = stopped.await(EVERY.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopped.countDown();
    }
  }

  /** Stops looking; what was seen stays known. */
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
}
