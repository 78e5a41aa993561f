package io.weir.rest.warm;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Lets the first client find what the hundredth does: before the service is ready, and after the
 * ledger is replayed, it does what requests will do, with classes loaded and connections open at
 * its end. Whatever becomes of that, the service is ready after {@value #LIMIT} at the latest.
 */
@Readiness
@ApplicationScoped
class WarmUp implements HealthCheck {
  static final String LIMIT = "weir.warm-up.limit";

  private static final Logger LOG = Logger.getLogger(WarmUp.class);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Ledger ledger;
  private final Exercise exercise;
  private final Duration limit;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().daemon().name("warm-up-", 0).factory());
  private volatile boolean done;

  WarmUp(
      Ledger ledger,
      Exercise exercise,
      @ConfigProperty(name = LIMIT, defaultValue = "10s") Duration limit) {
    this.ledger = ledger;
    this.exercise = exercise;
    this.limit = limit;
  }

  void start(@Observes StartupEvent started) {
    if (limit.isPositive()) {
      threads.execute(this::run);
    } else {
      done = true;
    }
  }

  private void run() {
    try {
      GatewayImage image = replayed();
      Future<?> exercised =
          threads.submit(
              () -> {
                exercise.run(image);
                return null;
              });
      await(exercised);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      done = true;
    }
  }

  /** Until then the service is not ready in any case, however long it takes. */
  private GatewayImage replayed() throws InterruptedException {
    while (true) {
      try {
        return ledger.image().await().atMost(PATIENCE);
      } catch (RuntimeException e) {
        LOG.debugf("not yet: %s", e.getMessage());
      }
      if (stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new InterruptedException("the service stops");
      }
    }
  }

  private void await(Future<?> exercised) throws InterruptedException {
    long began = System.nanoTime();
    try {
      exercised.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      LOG.debugf("warmed up in %d ms", (System.nanoTime() - began) / 1_000_000);
    } catch (ExecutionException e) {
      // a service that stops breaks it off
      if (stopped.getCount() > 0) {
        LOG.warnf("ready without having warmed up: %s", String.valueOf(e.getCause()));
      }
    } catch (TimeoutException e) {
      exercised.cancel(true);
      LOG.warnf("ready without having warmed up: that was not done after %d ms", limit.toMillis());
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped.countDown();
    threads.shutdownNow();
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("warm-up").status(done).build();
  }
}
