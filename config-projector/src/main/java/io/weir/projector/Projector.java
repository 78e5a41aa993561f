package io.weir.projector;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.weir.projector.hash.ImageHashRows;
import io.weir.projector.intake.LedgerIntake;
import io.weir.projector.rebuild.Rebuilds;
import io.weir.projector.replica.Forgetting;
import io.weir.projector.replica.ReplicasTopic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts and stops the parts in their order. */
@ApplicationScoped
class Projector {
  private final LedgerIntake intake;
  private final Rebuilds rebuilds;
  private final ReplicasTopic replicas;
  private final Forgetting forgetting;
  private final ImageHashRows hashes;

  Projector(
      LedgerIntake intake,
      Rebuilds rebuilds,
      ReplicasTopic replicas,
      Forgetting forgetting,
      ImageHashRows hashes) {
    this.forgetting = forgetting;
    this.hashes = hashes;
    this.intake = intake;
    this.rebuilds = rebuilds;
    this.replicas = replicas;
  }

  void start(@Observes StartupEvent event) {
    replicas.ensure();
    forgetting.start();
    intake.start(rebuilds::prepare);
    hashes.start();
  }

  void stop(@Observes ShutdownEvent event) {
    hashes.stop();
    forgetting.stop();
    replicas.stop();
    rebuilds.stop();
    intake.stop();
  }
}
