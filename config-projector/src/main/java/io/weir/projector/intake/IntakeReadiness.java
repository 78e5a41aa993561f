package io.weir.projector.intake;

import io.weir.contracts.image.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the read model had everything that was in the topic at the start, and as long as it is
 * not stuck.
 */
@Readiness
@ApplicationScoped
class IntakeReadiness implements HealthCheck {
  private final LedgerIntake intake;

  IntakeReadiness(LedgerIntake intake) {
    this.intake = intake;
  }

  @Override
  public HealthCheckResponse call() {
    Snapshot at = intake.snapshot();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("ledger-intake")
            .withData("position", at == null ? 0 : at.image().position());
    return switch (intake.state()) {
      case IntakeState.Starting() -> answer.withData("state", "STARTING").down().build();
      case IntakeState.CatchingUp(long target) ->
          answer.withData("state", "CATCHING_UP").withData("targetOffset", target).down().build();
      case IntakeState.Live() -> answer.withData("state", "LIVE").up().build();
      case IntakeState.Stuck(String reason, boolean _) ->
          answer.withData("state", "STUCK").withData("reason", reason).down().build();
    };
  }
}
