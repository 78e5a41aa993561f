package io.weir.ledger.quarkus;

import io.vertx.core.Vertx;
import io.weir.ledger.KnownEnd;
import io.weir.ledger.Ledger;
import io.weir.ledger.LedgerOptions;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.hibernate.reactive.mutiny.Mutiny;

/** Gives a service its one {@link Ledger}, on the service's own database pool. */
@Dependent
public class LedgerBean {
  @Produces
  @Singleton
  Ledger ledger(Mutiny.SessionFactory sessions, Vertx vertx, LedgerConfig config, KnownEnd known) {
    var options =
        new LedgerOptions(
            config.queueCapacity(),
            config.batchSize(),
            config.lockTimeout(),
            config.commitTimeout(),
            config.resolveTimeout(),
            config.images().every(),
            config.images().objectsInMemory());
    return new Ledger(sessions, vertx, options, known);
  }

  /** Who copies to the topic is also told by it. */
  @Produces
  @Singleton
  KnownEnd known(LedgerConfig config) {
    return config.relay().enabled() ? new KnownEnd() : KnownEnd.ofNobody();
  }

  void close(@Disposes Ledger ledger) {
    ledger.close();
  }
}
