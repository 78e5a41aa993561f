package io.weir.ledger.quarkus;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.subscription.Cancellable;
import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Ledger;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Replays the ledger when the service starts, so that no client waits for it: the service is ready
 * once that is done, and this check stays up from then on.
 */
@Readiness
@ApplicationScoped
class Replay implements HealthCheck {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final Ledger ledger;
  private volatile boolean done;
  private volatile @Nullable String failure;
  private volatile @Nullable Cancellable replaying;

  Replay(Ledger ledger) {
    this.ledger = ledger;
  }

  void start(@Observes StartupEvent started) {
    replaying =
        ledger
            .image()
            .onFailure()
            .invoke(e -> failure = String.valueOf(e.getMessage()))
            .onFailure()
            .retry()
            .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
            .indefinitely()
            .subscribe()
            .with(this::done);
  }

  private void done(GatewayImage image) {
    done = true;
  }

  @PreDestroy
  void stop() {
    Cancellable running = replaying;
    if (running != null) {
      running.cancel();
    }
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("ledger-replay").status(done);
    String broken = failure;
    if (!done && broken != null) {
      answer.withData("failure", broken);
    }
    return answer.build();
  }
}
