package io.weir.projector.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.weir.contracts.image.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What to watch: the position of the read model, and whether it is stuck. */
@ApplicationScoped
class IntakeMetrics {
  void register(@Observes StartupEvent start, MeterRegistry registry, LedgerIntake intake) {
    Gauge.builder("weir.projection.position", intake, IntakeMetrics::position)
        .description("Position of the last event in the read model")
        .register(registry);
    Gauge.builder(
            "weir.projection.stuck", intake, i -> i.state() instanceof IntakeState.Stuck ? 1 : 0)
        .description("1 while the next event cannot be applied")
        .register(registry);
  }

  private static double position(LedgerIntake intake) {
    Snapshot at = intake.snapshot();
    return at == null ? 0 : at.image().position();
  }
}
