package io.weir.guard.oidc;

import io.weir.contracts.value.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an issuer calls the roles: {@code WEIR_OIDC_ROLES}, such as {@code
 * gateway-team=OPERATOR,everybody=VIEWER}.
 *
 * @param roles by the issuer's names
 */
record RoleNames(Map<String, Role> roles) {
  RoleNames {
    roles = Map.copyOf(roles);
  }

  /** {@code weir-viewer} and so on, unless something is said. */
  static RoleNames standard() {
    Map<String, Role> roles = new HashMap<>();
    for (Role role : Role.values()) {
      roles.put("weir-" + role.name().toLowerCase(Locale.ROOT), role);
    }
    return new RoleNames(roles);
  }

  /**
   * What the setting says.
   *
   * @throws IllegalArgumentException that says what is wrong with it
   */
  static RoleNames of(List<String> setting) {
    Map<String, Role> roles = new HashMap<>();
    for (String pair : setting) {
      int end = pair.lastIndexOf('=');
      String name = end < 0 ? "" : pair.substring(0, end).strip();
      Optional<Role> role =
          Arrays.stream(Role.values())
              .filter(one -> one.name().equals(pair.substring(end + 1).strip()))
              .findFirst();
      if (name.isEmpty() || role.isEmpty()) {
        throw new IllegalArgumentException(
            "WEIR_OIDC_ROLES is a list of NAME=ROLE, a role is one of %s, and \"%s\" is none"
                .formatted(Arrays.toString(Role.values()), pair));
      }
      if (roles.put(name, role.get()) != null) {
        throw new IllegalArgumentException("WEIR_OIDC_ROLES names \"%s\" twice".formatted(name));
      }
    }
    return new RoleNames(roles);
  }

  /** The role that some names give: of several, the one that {@link Role} lists last. */
  Optional<Role> among(Collection<String> names) {
    return names.stream().map(roles::get).filter(Objects::nonNull).max(Comparator.naturalOrder());
  }
}
