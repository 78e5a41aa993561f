package io.weir.projector.hash;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says so when this projector is ahead of the ledger. It stays up, because lists are of the longer
 * history, which is the one that will be recovered.
 */
@Readiness
@ApplicationScoped
class LedgerEndCheck implements HealthCheck {
  private final LedgerEnd ledger;

  LedgerEndCheck(LedgerEnd ledger) {
    this.ledger = ledger;
  }

  @Override
  public HealthCheckResponse call() {
    String words = ledger.ahead();
    var answer = HealthCheckResponse.named("ledger-history").up();
    return words == null ? answer.build() : answer.withData("reason", words).build();
  }
}
