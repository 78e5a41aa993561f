package io.weir.ledger.quarkus;

import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.weir.ledger.Ledger;
import io.weir.ledger.proof.CheckpointSigner;
import io.weir.ledger.proof.KafkaExchange;
import io.weir.ledger.proof.Proofs;
import io.weir.ledger.proof.SignerOptions;
import io.weir.ledger.proof.SigningKeys;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Signs checkpoints in a service that is given a directory for it, and answers for proofs. */
@Singleton
public class SignerBean {
  private final LedgerConfig config;
  private final Ledger ledger;
  private final String bootstrapServers;
  private final String url;
  private final String user;
  private final String password;
  private @Nullable CheckpointSigner signer;

  SignerBean(
      LedgerConfig config,
      Ledger ledger,
      @ConfigProperty(name = "weir.kafka.bootstrap.servers", defaultValue = "localhost:19092")
          String bootstrapServers,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.config = config;
    this.ledger = ledger;
    this.bootstrapServers = bootstrapServers;
    this.url = url;
    this.user = user;
    this.password = password;
  }

  void start(@Observes StartupEvent started) {
    config
        .signer()
        .directory()
        .ifPresent(
            directory -> {
              var options =
                  new SignerOptions(
                      directory,
                      config.signer().busy(),
                      config.signer().idle(),
                      config.signer().look());
              var mine =
                  new CheckpointSigner(
                      RelayBean.database(url, user, password),
                      ledger,
                      new SigningKeys(ledger, directory),
                      options,
                      new KafkaExchange(bootstrapServers, config.relay().replicationFactor()),
                      Clock.systemUTC());
              signer = mine;
              mine.start();
            });
  }

  /** The proofs of the ledger. */
  @Produces
  @Singleton
  Proofs proofs(@DataSource("proofs") javax.sql.DataSource database) {
    return new Proofs(database);
  }

  /** The signer of this process; empty if it has no directory for a key. */
  public Optional<CheckpointSigner> signer() {
    return Optional.ofNullable(signer);
  }

  /** While all that it needs is still there: beans are closed in no order. */
  void stop(@Observes ShutdownEvent stopping) {
    if (signer != null) {
      signer.close();
    }
  }
}
