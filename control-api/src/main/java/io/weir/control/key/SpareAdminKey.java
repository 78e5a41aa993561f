package io.weir.control.key;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Key;
import io.weir.contracts.log.Hash;
import io.weir.contracts.value.KeySecret;
import io.weir.contracts.value.KeySettings;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Role;
import io.weir.contracts.value.Scope;
import io.weir.guard.access.KnownKey;
import io.weir.guard.access.SpareKey;
import io.weir.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The key in {@code WEIR_ADMIN_KEY_FILE}, where the ledger's database was lost or is older than it:
 * while the database is found rewound it opens the recovery, and nothing else but the question who
 * asks; and once the ledger has its events again, so that it is an administrator's, what recognises
 * it is put back beside them.
 */
@ApplicationScoped
class SpareAdminKey implements SpareKey {
  private static final Logger LOG = Logger.getLogger(SpareAdminKey.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Set<String> WHILE_REWOUND = Set.of("/v1/ledger/recovery", "/v1/session");
  private static final String PUT_BACK =
      "insert into ledger.api_key_secret (key_id, sha256) values ($1, $2) on conflict do nothing";

  private final Ledger ledger;
  private final Pool pool;
  private final Optional<Path> file;

  SpareAdminKey(
      Ledger ledger, Pool pool, @ConfigProperty(name = "weir.admin.key.file") Optional<Path> file) {
    this.ledger = ledger;
    this.pool = pool;
    this.file = file;
  }

  @Override
  public Uni<Optional<KnownKey>> find(KeySecret secret, String canonical) {
    if (file.isEmpty()) {
      return nothing();
    }
    SecretFile kept = new SecretFile(file.get());
    return Uni.createFrom()
        .item(kept::read)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .onFailure()
        .invoke(e -> LOG.warnf("the key in %s cannot be read: %s", kept.path(), e.getMessage()))
        .onFailure()
        .recoverWithItem(Optional.empty())
        .map(given -> given.map(SpareAdminKey::administrator).filter(it -> it.isOpenedBy(secret)))
        .chain(given -> given.isPresent() ? opens(given.get(), canonical) : nothing());
  }

  private static KnownKey administrator(KeySecret secret) {
    return new KnownKey(
        secret.keyId(),
        new KeySettings(new Name("admin"), Role.ADMIN, Scope.ALL, null),
        Hash.of(secret.text()),
        true,
        false);
  }

  private Uni<Optional<KnownKey>> opens(KnownKey given, String canonical) {
    if (ledger.rewound() != null) {
      return WHILE_REWOUND.contains(canonical)
          ? Uni.createFrom().item(Optional.of(given))
          : nothing();
    }
    return ledger.image().chain(image -> putBack(given, image));
  }

  private Uni<Optional<KnownKey>> putBack(KnownKey given, GatewayImage image) {
    Key key = image.keys().get(given.id());
    if (key == null || key.settings().role() != Role.ADMIN || key.expired()) {
      return nothing();
    }
    return pool.preparedQuery(PUT_BACK)
        .execute(Tuple.of(given.id().value(), Buffer.buffer(given.hash().bytes())))
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(
            done -> {
              if (done.rowCount() == 0) {
                // it has a secret, and this may be another one
                return Optional.empty();
              }
              LOG.warnf("%s opens again: the database had lost its secret's hash", given.id());
              return Optional.of(
                  new KnownKey(given.id(), key.settings(), given.hash(), key.used(), false));
            });
  }

  private static Uni<Optional<KnownKey>> nothing() {
    return Uni.createFrom().item(Optional.empty());
  }
}
