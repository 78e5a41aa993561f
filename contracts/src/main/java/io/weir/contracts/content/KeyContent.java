package io.weir.contracts.content;

import io.weir.contracts.value.Expiry;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.KeySettings;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Role;
import io.weir.contracts.value.Scope;

/** Reads the bodies of API keys. */
public final class KeyContent {
  private KeyContent() {}

  /** Reads one. */
  public static KeySettings read(Fields fields) {
    var name = fields.text("name", Name::new).required();
    var role = fields.choice("role", Role.class).required();
    var scope = fields.texts("scope", Scope::new).or(Scope.ALL);
    var expiresAt = fields.text("expiresAt", Expiry::of).orNull();
    return fields.build(
        "/scope", () -> new KeySettings(name.get(), role.get(), scope.get(), expiresAt.get()));
  }

  /** Throws {@link InvalidValueException} for what is no role. */
  public static Role role(String text) {
    for (Role role : Role.values()) {
      if (role.name().equals(text)) {
        return role;
      }
    }
    throw new InvalidValueException("must be VIEWER, AUDITOR, OPERATOR or ADMIN");
  }
}
