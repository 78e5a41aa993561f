package io.weir.guard.oidc;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import io.weir.contracts.log.Hash;
import io.weir.contracts.value.ConsoleCookie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * What {@code WEIR_OIDC_...} means to Quarkus: one tenant that checks the tokens of programs, and
 * one that logs people in at {@link #LOGIN} by an authorization code with PKCE (RFC 7636). Without
 * an issuer both are off, and so is that of Quarkus itself in any case.
 */
public final class OidcSettings implements ConfigSourceFactory {
  /** Where a browser is sent to log in, and comes back to. */
  public static final String LOGIN = "/login/oidc";

  /** The setting that turns all of it on. */
  public static final String ISSUER = "weir.oidc.issuer";

  /** The tenant that checks the tokens of programs. */
  static final String BEARER = "weir-bearer";

  /** In the names of the cookies of this tenant, which no node may see. */
  private static final String CODE = ConsoleCookie.LOGIN;

  /** The setting of what Weir is called at the issuer, without which nobody logs in there. */
  public static final String CLIENT = "weir.oidc.client.id";

  private static final String AUDIENCE = "weir.oidc.audience";

  /** Below what the environment of a process says. */
  private static final int ORDINAL = 200;

  /** How a setting is found. */
  @FunctionalInterface
  interface Settings {
    Optional<String> of(String name);
  }

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    return List.of(
        new PropertiesConfigSource(
            properties(name -> value(context, name)), "WEIR_OIDC_...", ORDINAL));
  }

  private static Optional<String> value(ConfigSourceContext context, String name) {
    ConfigValue value = context.getValue(name);
    return value == null
        ? Optional.empty()
        : Optional.ofNullable(value.getValue()).filter(text -> !text.isBlank());
  }

  /**
   * What Quarkus is to be told.
   *
   * @throws IllegalArgumentException if there is an issuer and no audience of its own, which ends
   *     the start
   */
  static Map<String, String> properties(Settings settings) {
    Map<String, String> all = new HashMap<>();
    all.put("quarkus.oidc.tenant-enabled", "false");
    tenant(all, BEARER, "tenant-enabled", "false");
    tenant(all, CODE, "tenant-enabled", "false");
    Optional<String> issuer = settings.of(ISSUER);
    Optional<String> client = settings.of(CLIENT);
    if (issuer.isPresent()) {
      bearer(all, issuer.get(), audience(settings, client));
      if (client.isPresent()) {
        code(all, issuer.get(), client.get(), settings);
      }
    }
    return all;
  }

  /**
   * Whom a token must be made for; never the client: every ID token of who logs in is made for
   * that, and says who somebody is, not that its bearer may act for him.
   */
  private static String audience(Settings settings, Optional<String> client) {
    String audience =
        settings
            .of(AUDIENCE)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "WEIR_OIDC_ISSUER is set and WEIR_OIDC_AUDIENCE is not: say whom a token"
                            + " must be made for, so that none for somebody else opens Weir"));
    if (client.filter(audience::equals).isPresent()) {
      throw new IllegalArgumentException(
          "WEIR_OIDC_AUDIENCE is WEIR_OIDC_CLIENT_ID, for which ID tokens are made: have the issuer"
              + " make access tokens for an audience of their own, such as weir-api");
    }
    return audience;
  }

  private static void bearer(Map<String, String> all, String issuer, String audience) {
    tenant(all, BEARER, "tenant-enabled", "true");
    tenant(all, BEARER, "auth-server-url", issuer);
    tenant(all, BEARER, "application-type", "service");
    tenant(all, BEARER, "token.issuer", issuer);
    // a token that was made for somebody else opens nothing here
    tenant(all, BEARER, "token.audience", audience);
    tenant(all, BEARER, "token.allow-opaque-token-introspection", "false");
    tenant(all, BEARER, "token.allow-jwt-introspection", "false");
  }

  private static void code(
      Map<String, String> all, String issuer, String client, Settings settings) {
    tenant(all, CODE, "tenant-enabled", "true");
    tenant(all, CODE, "auth-server-url", issuer);
    tenant(all, CODE, "application-type", "web-app");
    tenant(all, CODE, "tenant-paths", LOGIN);
    tenant(all, CODE, "client-id", client);
    tenant(all, CODE, "token.issuer", issuer);
    tenant(all, CODE, "authentication.redirect-path", LOGIN);
    tenant(all, CODE, "authentication.pkce-required", "true");
    tenant(all, CODE, "authentication.nonce-required", "true");
    tenant(all, CODE, "authentication.cookie-path", LOGIN);
    settings
        .of("weir.oidc.client.secret")
        .ifPresent(
            secret -> {
              tenant(all, CODE, "credentials.secret", secret);
              // whichever process the browser comes back to reads what another one gave it
              String derived = Hash.of("weir " + secret).hex().substring(0, 32);
              tenant(all, CODE, "authentication.state-secret", derived);
              tenant(all, CODE, "token-state-manager.encryption-secret", derived);
            });
    all.put("quarkus.http.auth.permission.weir-oidc.paths", LOGIN);
    all.put("quarkus.http.auth.permission.weir-oidc.policy", "authenticated");
  }

  private static void tenant(Map<String, String> all, String tenant, String name, String value) {
    all.put("quarkus.oidc." + tenant + "." + name, value);
  }
}
