package io.weir.guard.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.value.Role;
import io.weir.contracts.value.Scope;
import jakarta.enterprise.context.ApplicationScoped;

/** The service itself, on connections of {@link Insiders}. */
@ApplicationScoped
class InsideMechanism implements HttpAuthenticationMechanism {
  private static final SecurityIdentity SELF =
      new Caller("weir", Authentication.WEIR, Role.OPERATOR, Scope.ALL).identity();

  private final Insiders insiders;

  InsideMechanism(Insiders insiders) {
    this.insiders = insiders;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager providers) {
    return insiders.has(request.request().connection())
        ? Uni.createFrom().item(SELF)
        : Uni.createFrom().nullItem();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom().nullItem();
  }

  /** Before those that look at what a request shows. */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 2000;
  }
}
