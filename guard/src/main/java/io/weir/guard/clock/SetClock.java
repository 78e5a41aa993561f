package io.weir.guard.clock;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.weir.contracts.topic.ClockWatch;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ends a management service whose wall clock was put back, for whoever supervises it to start it
 * again: its clients of Kafka, most of them not ours to renew, could stand still for as long as the
 * clock was put back by.
 */
@Singleton
class SetClock {
  private static final Logger LOG = Logger.getLogger(SetClock.class);

  private @Nullable ClockWatch watch;

  void start(@Observes StartupEvent started) {
    watch = ClockWatch.start(SetClock::end);
  }

  private static void end(Duration back) {
    LOG.errorf(
        "the clock was put back by %d s, and clients of Kafka may wait for as long: this process"
            + " ends, to be started again",
        back.toSeconds());
    Quarkus.asyncExit(1);
  }

  @PreDestroy
  void close() {
    if (watch != null) {
      watch.close();
    }
  }
}
