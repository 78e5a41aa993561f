package io.weir.rest;

import io.vertx.ext.web.RoutingContext;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.Scope;
import io.weir.guard.access.KeyUse;
import io.weir.guard.access.KnownKey;
import io.weir.ledger.Answer;
import io.weir.ledger.CommandContext;
import io.weir.ledger.Ledger;
import io.weir.ledger.key.MarkKeyUsed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Records the first use of a key, beside the request that it came with. */
@ApplicationScoped
class KeyUses implements KeyUse {
  private static final Logger LOG = Logger.getLogger(KeyUses.class);

  private final Ledger ledger;
  private final Set<KeyId> told = ConcurrentHashMap.newKeySet();

  KeyUses(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void first(KnownKey key, RoutingContext request) {
    if (!told.add(key.id())) {
      return;
    }
    var remote = request.request().remoteAddress();
    var context =
        new CommandContext(
            key.settings().name().value(),
            Authentication.key(key.id()),
            Scope.ALL,
            null,
            remote == null ? null : remote.hostAddress(),
            Correlation.of(request),
            null);
    ledger
        .append(new MarkKeyUsed(key.id()), context, image -> new Answer(204, null, Map.of()))
        .subscribe()
        .with(
            recorded -> {},
            e -> {
              // the next request tells it again
              told.remove(key.id());
              LOG.warnf("the first use of %s is not recorded yet: %s", key.id(), e.getMessage());
            });
  }
}
