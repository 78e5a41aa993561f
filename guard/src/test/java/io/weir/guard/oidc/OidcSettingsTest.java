package io.weir.guard.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OidcSettingsTest {
  private static final String ISSUER = "https://id.example/realms/weir";

  private static Map<String, String> of(Map<String, String> settings) {
    return OidcSettings.properties(name -> Optional.ofNullable(settings.get(name)));
  }

  @Test
  void withoutAnIssuerNothingIsOn() {
    assertThat(of(Map.of("weir.oidc.client.id", "weir", "weir.oidc.audience", "weir")))
        .containsOnlyKeys(
            "quarkus.oidc.tenant-enabled",
            "quarkus.oidc.weir-bearer.tenant-enabled",
            "quarkus.oidc.weir-code.tenant-enabled")
        .doesNotContainValue("true");
  }

  @Test
  void withAnIssuerTokensForUsAreTakenAndNobodyLogsIn() {
    assertThat(of(Map.of("weir.oidc.issuer", ISSUER, "weir.oidc.audience", "weir")))
        .containsEntry("quarkus.oidc.tenant-enabled", "false")
        .containsEntry("quarkus.oidc.weir-bearer.tenant-enabled", "true")
        .containsEntry("quarkus.oidc.weir-bearer.token.issuer", ISSUER)
        .containsEntry("quarkus.oidc.weir-bearer.token.audience", "weir")
        .containsEntry("quarkus.oidc.weir-code.tenant-enabled", "false")
        .doesNotContainKey("quarkus.http.auth.permission.weir-oidc.paths");
  }

  @Test
  void withoutAnAudienceOfItsOwnAnIssuerIsRefused() {
    assertThatThrownBy(() -> of(Map.of("weir.oidc.issuer", ISSUER)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("WEIR_OIDC_AUDIENCE");
    for (String name : List.of("weir.oidc.audience", "weir.oidc.none")) {
      assertThatThrownBy(
              () ->
                  of(Map.of("weir.oidc.issuer", ISSUER, "weir.oidc.client.id", "one", name, "one")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("WEIR_OIDC_AUDIENCE");
    }
  }

  @Test
  void aClientLogsInWithPkceAndEveryProcessReadsWhatAnotherGave() {
    Map<String, String> settings =
        Map.of(
            "weir.oidc.issuer", ISSUER,
            "weir.oidc.audience", "weir-api",
            "weir.oidc.client.id", "console",
            "weir.oidc.client.secret", "secret");
    assertThat(of(settings))
        .isEqualTo(of(settings))
        .containsEntry("quarkus.oidc.weir-bearer.token.audience", "weir-api")
        .containsEntry("quarkus.oidc.weir-code.authentication.pkce-required", "true")
        .containsEntry("quarkus.oidc.weir-code.authentication.nonce-required", "true")
        .containsEntry("quarkus.http.auth.permission.weir-oidc.policy", "authenticated")
        .hasEntrySatisfying(
            "quarkus.oidc.weir-code.authentication.state-secret",
            derived -> assertThat(derived).hasSize(32).doesNotContain("secret"));
  }
}
