package io.weir.ledger.quarkus;

import io.weir.ledger.relay.LedgerRelay;
import io.weir.ledger.relay.RelayStatus;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says what the relay is doing and what keeps it from that. Never down: changes are recorded
 * without Kafka.
 */
@Readiness
@ApplicationScoped
class RelayCheck implements HealthCheck {
  private final LedgerRelay relay;

  RelayCheck(LedgerRelay relay) {
    this.relay = relay;
  }

  @Override
  public HealthCheckResponse call() {
    RelayStatus status = relay.status();
    var answer =
        HealthCheckResponse.named("ledger-relay")
            .up()
            .withData("state", status.state().name())
            .withData("lagEvents", status.lag());
    if (status.lastError() != null) {
      answer.withData("reason", status.lastError());
    }
    if (status.lastRepair() != null) {
      answer.withData("lastRepair", status.lastRepair());
    }
    return answer.build();
  }
}
