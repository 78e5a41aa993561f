package io.weir.guard.access;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.value.KeySecret;
import java.util.Optional;

/** Knows a key of which the ledger's database has lost what recognises it. */
public interface SpareKey {
  /**
   * The key that a secret opens, if it opens one at a path.
   *
   * @param canonical the path of the request as {@link Paths} spells it
   */
  Uni<Optional<KnownKey>> find(KeySecret secret, String canonical);
}
