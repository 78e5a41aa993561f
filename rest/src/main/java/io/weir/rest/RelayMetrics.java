package io.weir.rest;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.weir.ledger.Ledger;
import io.weir.ledger.relay.LedgerRelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

/**
 * Shows operators how far the relay of this service is: {@code weir_relay_lag_events} and {@code
 * weir_relay_published_position}, whether it is failing, how often it has filled a damaged topic
 * again, and whether the database was rewound or cannot be read on.
 */
@ApplicationScoped
public class RelayMetrics {
  void register(
      @Observes StartupEvent started,
      Instance<LedgerRelay> relays,
      Instance<Ledger> ledgers,
      Instance<MeterRegistry> registries) {
    if (!relays.isResolvable()) {
      return;
    }
    LedgerRelay relay = relays.get();
    for (MeterRegistry registry : registries) {
      Gauge.builder("weir.relay.lag.events", relay, it -> it.status().lag())
          .description("Events of the ledger that are not in Kafka yet")
          .register(registry);
      Gauge.builder("weir.relay.published.position", relay, it -> it.status().published())
          .description("Position of the last event that is in Kafka")
          .register(registry);
      Gauge.builder("weir.relay.failing", relay, it -> it.status().lastError() == null ? 0 : 1)
          .description(
              "1 while the relay begins anew because something is wrong, which the log says")
          .register(registry);
      FunctionCounter.builder("weir.relay.repairs", relay, it -> it.status().repairs())
          .description("How often the topic was filled again because it was damaged")
          .register(registry);
      Gauge.builder("weir.ledger.rewound", ledgers.get(), it -> it.rewound() == null ? 0 : 1)
          .description("1 while the database does not have events that were recorded")
          .register(registry);
      Gauge.builder("weir.ledger.unreadable", ledgers.get(), it -> it.unreadable() == null ? 0 : 1)
          .description("1 while the ledger has an event that this version of Weir cannot read")
          .register(registry);
    }
  }
}
