package io.weir.control.key;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Ledger;
import io.weir.ledger.key.ExpireKeys;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Records that keys expired, moments after. That they open nothing any more does not depend on it.
 */
@ApplicationScoped
class Expiries {
  private final Ledger ledger;
  private final Duration every;
  private volatile @Nullable Cancellable looking;

  Expiries(
      Ledger ledger,
      @ConfigProperty(name = "weir.keys.expiry.every", defaultValue = "10s") Duration every) {
    this.ledger = ledger;
    this.every = every;
  }

  void start(@Observes StartupEvent started) {
    looking =
        Multi.createFrom()
            .ticks()
            .every(every)
            .onOverflow()
            .drop()
            .onItem()
            .transformToUniAndConcatenate(tick -> look())
            .subscribe()
            .with(done -> {});
  }

  private Uni<Void> look() {
    return ledger
        .image()
        .chain(this::record)
        // an outage is told elsewhere, and the next look is soon
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> record(GatewayImage image) {
    ExpireKeys expire = new ExpireKeys(Instant.now());
    return image.keys().values().stream().anyMatch(expire::isDue)
        ? ledger
            .append(expire, Ourselves.because("its time is over"), after -> Ourselves.ANSWER)
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  @PreDestroy
  void stop() {
    Cancellable running = looking;
    if (running != null) {
      running.cancel();
    }
  }
}
