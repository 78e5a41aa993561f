package io.weir.guard.access;

import io.weir.contracts.value.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What an operation takes. */
public enum Need {
  /** To come and go: whoever is known. */
  OWN(EnumSet.allOf(Role.class)),
  /** To see the configuration, its history and its state, and who may do what. */
  READ(EnumSet.allOf(Role.class)),
  /** To see what was refused, and to take everything away. */
  AUDIT(EnumSet.of(Role.AUDITOR, Role.ADMIN)),
  /** To change the configuration. */
  WRITE(EnumSet.of(Role.OPERATOR, Role.ADMIN)),
  /** To decide who may do what. */
  ADMIN(EnumSet.of(Role.ADMIN));

  private final Set<Role> roles;

  Need(Set<Role> roles) {
    this.roles = roles;
  }

  /** Whether a role is enough. */
  public boolean isMetBy(Role role) {
    return roles.contains(role);
  }

  /** Every role that is enough, the least first. */
  public List<Role> roles() {
    return roles.stream().sorted().toList();
  }
}
