package io.weir.ledger.relay;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Inspects the topic again and again while a session copies to it, on a thread of its own, so that
 * no event waits for it; ends with the first thing that is wrong.
 */
final class TopicPatrol implements AutoCloseable {
  private final TopicInspector inspector;
  private final KafkaTopic topic;
  private final TopicAdmin admin;
  private final Duration every;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicReference<@Nullable TopicMark> news = new AtomicReference<>();
  private final Thread thread;
  private volatile @Nullable RuntimeException failure;

  /** A patrol that has begun; inspector and admin are its own until it is closed. */
  TopicPatrol(TopicInspector inspector, KafkaTopic topic, TopicAdmin admin, Duration every) {
    this.inspector = inspector;
    this.topic = topic;
    this.admin = admin;
    this.every = every;
    thread = Thread.ofPlatform().daemon().name("topic-patrol").start(this::run);
  }

  private void run() {
    try {
      TopicMark last = null;
      while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        TopicMark mark = inspector.look(topic.require(admin));
        if (!mark.equals(last)) {
          last = mark;
          news.set(mark);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  /** Throws what is wrong. */
  void check() {
    RuntimeException wrong = failure;
    if (wrong != null) {
      throw wrong;
    }
  }

  /** What has been proven since the last call, if anything. */
  Optional<TopicMark> news() {
    return Optional.ofNullable(news.getAndSet(null));
  }

  @Override
  public void close() {
    stopped.countDown();
    // it may be waiting for Kafka
    thread.interrupt();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
