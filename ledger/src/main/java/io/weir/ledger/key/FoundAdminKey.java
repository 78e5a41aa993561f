package io.weir.ledger.key;

import io.weir.contracts.event.KeyEvent.KeyCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Hash;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySettings;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Role;
import io.weir.contracts.value.Scope;
import io.weir.ledger.Decision;
import io.weir.ledger.KeepsSecret;

/**
 * Makes the first key of an administrator; none if there is one that is not known to have expired.
 */
public record FoundAdminKey(KeyId id, Hash secretHash) implements KeepsSecret {
  private static final String NAME = "admin";

  @Override
  public String name() {
    return "found-admin-key";
  }

  @Override
  public Decision decide(GatewayImage image) {
    return isNeeded(image)
        ? Decision.accept(
            new KeyCreated(id, new KeySettings(name(image), Role.ADMIN, Scope.ALL, null)))
        : Decision.accept();
  }

  /** Whether nobody has a key that makes keys. */
  public static boolean isNeeded(GatewayImage image) {
    return image.keys().values().stream()
        .noneMatch(key -> key.settings().role() == Role.ADMIN && !key.expired());
  }

  private static Name name(GatewayImage image) {
    Name name = new Name(NAME);
    for (int i = 2; image.keyNamed(name) != null; i++) {
      name = new Name(NAME + "_" + i);
    }
    return name;
  }
}
