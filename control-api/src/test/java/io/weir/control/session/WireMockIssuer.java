package io.weir.control.session;

import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.util.HashMap;
import java.util.Map;

/** An issuer that Quarkus brings for tests: of another make than {@link Issuer}. */
public final class WireMockIssuer extends OidcWiremockTestResource {
  /** What its tokens say, wherever it listens. */
  private static final String SAID = "https://server.example.com";

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(super.start());
    settings.put("weir.oidc.issuer", settings.get("keycloak.url") + "/realms/quarkus");
    settings.put("weir.oidc.audience", SAID);
    settings.put("weir.oidc.role.claim", "groups");
    settings.put("weir.oidc.roles", "admin=ADMIN,user=VIEWER");
    settings.put("quarkus.oidc.weir-bearer.token.issuer", SAID);
    return settings;
  }
}
