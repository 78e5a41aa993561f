package io.weir.guard.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.value.Role;
import io.weir.contracts.value.Scope;
import java.util.Optional;

/**
 * Who asks, as far as it is proven.
 *
 * @param actor what events call him: the name of a key, the subject of a token
 * @param scope what he may change
 */
public record Caller(String actor, Authentication authentication, Role role, Scope scope) {
  private static final String KEY = Caller.class.getName();

  /** Nobody in particular, where nobody is asked who he is. */
  static final Caller NOBODY = new Caller("anonymous", Authentication.NONE, Role.ADMIN, Scope.ALL);

  /** Whether he proved anything. */
  public boolean isProven() {
    return !authentication.equals(Authentication.NONE);
  }

  /**
   * Who sent a request.
   *
   * @throws IllegalStateException if nobody looked, which would answer an unknown
   */
  public static Caller of(RoutingContext request) {
    return find(request)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "nobody looked who asks for " + request.normalizedPath()));
  }

  /** Who sent a request; empty if nobody has looked yet, or nobody is known. */
  public static Optional<Caller> find(RoutingContext request) {
    Caller caller = request.get(KEY);
    return Optional.ofNullable(caller);
  }

  void put(RoutingContext request) {
    request.put(KEY, this);
  }

  /** As Quarkus knows him; every mechanism ends with this. */
  public SecurityIdentity identity() {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(actor))
        .addRole(role.name())
        .addAttribute(KEY, this)
        .build();
  }

  /** The caller that an identity was made for; empty if a mechanism gave it none. */
  static Optional<Caller> of(SecurityIdentity identity) {
    return Optional.ofNullable(identity.getAttribute(KEY));
  }
}
