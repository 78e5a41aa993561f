package io.weir.control.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.weir.ledger.proof.CheckpointSigner;
import io.weir.ledger.quarkus.SignerBean;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

/**
 * Shows operators how far the ledger is signed: {@code weir_ledger_signed_position}, whether it is
 * this process that signs, and whether something keeps it from that. A process that was given no
 * directory for a key has none of them.
 */
@ApplicationScoped
public class SignerMetrics {
  /** Behind the start of the signer, which has no priority of its own. */
  private static final int AFTER_THE_SIGNER = 3000;

  void register(
      @Observes @Priority(AFTER_THE_SIGNER) StartupEvent started,
      SignerBean bean,
      Instance<MeterRegistry> registries) {
    bean.signer().ifPresent(signer -> registries.forEach(registry -> register(signer, registry)));
  }

  private static void register(CheckpointSigner signer, MeterRegistry registry) {
    Gauge.builder("weir.ledger.signed.position", signer, it -> it.status().size())
        .description("Position of the last event in the last checkpoint that this process knows")
        .register(registry);
    Gauge.builder("weir.ledger.signing", signer, it -> it.status().leading() ? 1 : 0)
        .description("1 while it is this process that signs checkpoints")
        .register(registry);
    Gauge.builder("weir.ledger.signer.failing", signer, it -> it.status().problem() == null ? 0 : 1)
        .description("1 while checkpoints are not signed or not published, which the log says")
        .register(registry);
  }
}
