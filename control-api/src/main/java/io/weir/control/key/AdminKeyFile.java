package io.weir.control.key;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Hash;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySecret;
import io.weir.guard.access.Keys;
import io.weir.ledger.Ledger;
import io.weir.ledger.key.FoundAdminKey;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The first key of an administrator, by {@code WEIR_ADMIN_KEY_FILE}: while nobody has a key that
 * makes keys, the secret in that file becomes one; if there is no such file, it is written with a
 * new secret, for its owner only. So whoever can read the file can always get in again; the service
 * is ready once that was done, or failed for the first time. A key that was revoked or has expired
 * is not made again: readiness says so, and stays up, since whoever has another key is served.
 */
@Readiness
@ApplicationScoped
class AdminKeyFile implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(AdminKeyFile.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final Ledger ledger;
  private final Keys keys;
  private final Optional<Path> file;
  private volatile boolean looked;
  private volatile @Nullable String spent;
  private volatile @Nullable Cancellable founding;

  AdminKeyFile(
      Ledger ledger, Keys keys, @ConfigProperty(name = "weir.admin.key.file") Optional<Path> file) {
    this.ledger = ledger;
    this.keys = keys;
    this.file = file;
    looked = file.isEmpty();
  }

  void start(@Observes StartupEvent started) {
    file.ifPresent(
        path ->
            founding =
                ledger
                    .image()
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .chain(image -> found(image, new SecretFile(path)))
                    .onItemOrFailure()
                    .invoke((_, _) -> looked = true)
                    .onFailure()
                    .invoke(e -> LOG.warnf("no admin key in %s yet: %s", path, e.getMessage()))
                    .onFailure()
                    .retry()
                    .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                    .indefinitely()
                    .subscribe()
                    .with(done -> {}));
  }

  private Uni<Void> found(GatewayImage image, SecretFile kept) {
    if (!FoundAdminKey.isNeeded(image)) {
      return Uni.createFrom().voidItem();
    }
    KeySecret fresh = KeySecret.random(KeyId.random());
    // before it opens anything: a key that nobody has would be in the way of another
    KeySecret secret = kept.read().orElseGet(() -> kept.create(fresh));
    return keys.wasMade(secret.keyId())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .chain(made -> made ? again(secret, kept) : make(secret, fresh, kept));
  }

  /** A key is made once. If another process made this one meanwhile, all is well. */
  private Uni<Void> again(KeySecret secret, SecretFile kept) {
    return ledger
        .image()
        .invoke(
            now -> {
              if (FoundAdminKey.isNeeded(now)) {
                String words =
                    "%s was revoked or has expired, and its secret is still in %s: nobody has an API"
                            .formatted(secret.keyId(), kept.path())
                        + " key that makes keys; delete the file and start again";
                LOG.error(words);
                spent = words;
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> make(KeySecret secret, KeySecret fresh, SecretFile kept) {
    KeyId id = secret.keyId();
    return ledger
        .append(
            new FoundAdminKey(id, Hash.of(secret.text())),
            Ourselves.because("nobody had a key that makes keys"),
            after -> Ourselves.ANSWER)
        .chain(outcome -> ledger.image())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(
            after -> {
              if (after.keys().containsKey(id)) {
                LOG.infof("%s is an administrator's key; its secret is in %s", id, kept.path());
              } else if (secret.equals(fresh)) {
                // another process was first, with a file of its own
                kept.delete(fresh);
              }
            })
        .replaceWithVoid();
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("admin-key").status(looked);
    String words = spent;
    return words == null ? answer.build() : answer.withData("reason", words).build();
  }

  @PreDestroy
  void stop() {
    Cancellable running = founding;
    if (running != null) {
      running.cancel();
    }
  }
}
