package io.weir.ledger.quarkus;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.weir.ledger.Ledger;
import io.weir.ledger.LedgerRewoundException;
import io.weir.ledger.LedgerUnreadableException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Down while the database does not have what was recorded before, and says both positions, or has
 * what this version of Weir cannot read. The ledger is looked at every other second, so that it is
 * known without anybody asking; and a service goes on by itself once the database has the longer
 * history again.
 */
@Readiness
@ApplicationScoped
class HistoryCheck implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(HistoryCheck.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Ledger ledger;
  private volatile @Nullable Cancellable looking;
  private volatile @Nullable String told;

  HistoryCheck(Ledger ledger) {
    this.ledger = ledger;
  }

  void start(@Observes StartupEvent started) {
    looking =
        Multi.createFrom()
            .ticks()
            .every(EVERY)
            .onOverflow()
            .drop()
            .onItem()
            .transformToUniAndConcatenate(_ -> look())
            .subscribe()
            .with(_ -> {}, failure -> LOG.error("the ledger is not looked at any more", failure));
  }

  private Uni<Void> look() {
    return ledger
        .image()
        .onItemOrFailure()
        .invoke((_, _) -> tell(refused()))
        .replaceWithVoid()
        .onFailure()
        .recoverWithNull();
  }

  private @Nullable String refused() {
    LedgerRewoundException rewound = ledger.rewound();
    LedgerUnreadableException unreadable = ledger.unreadable();
    return rewound != null
        ? rewound.getMessage()
        : unreadable != null ? unreadable.getMessage() : null;
  }

  /** Once for each thing that is found, not once for each look. */
  private void tell(@Nullable String words) {
    if (!Objects.equals(words, told)) {
      told = words;
      if (words == null) {
        LOG.info("the ledger can be read again, whole");
      } else {
        LOG.errorf("nothing is read or recorded: %s", words);
      }
    }
  }

  @PreDestroy
  void stop() {
    Cancellable running = looking;
    if (running != null) {
      running.cancel();
    }
  }

  @Override
  public HealthCheckResponse call() {
    String refused = refused();
    var answer = HealthCheckResponse.named("ledger-history").status(refused == null);
    if (refused != null) {
      answer.withData("reason", refused);
    }
    LedgerRewoundException rewound = ledger.rewound();
    if (rewound != null) {
      answer
          .withData("databasePosition", rewound.stored())
          .withData("recordedPosition", rewound.recorded());
    }
    return answer.build();
  }
}
