package io.weir.guard.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySecret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakedKeysTest {
  private static final KeySecret SECRET = KeySecret.random(new KeyId("key-abcdefgh"));
  private static final String RANDOM = SECRET.text().substring("weir_abcdefgh_".length());

  @ParameterizedTest
  @ValueSource(strings = {"_", "%5F", "%5f", "%255F", "%25255f"})
  void aSecretIsFoundAndHiddenHoweverItIsEncoded(String underscore) {
    String path = "/v1/keys/" + SECRET.text().replace("_", underscore) + "/history";
    assertThat(LeakedKeys.isIn(path)).isTrue();
    assertThat(LeakedKeys.masked(path)).isEqualTo("/v1/keys/weir_abcdefgh_***/history");
  }

  @Test
  void everyLetterMayBeEncodedAndTheEndMayBeMissing() {
    String first = "%%%02X".formatted((int) RANDOM.charAt(0));
    String path = "DELETE /v1/keys/%77eir_abcdefgh_" + first + RANDOM.substring(1, 30);
    assertThat(LeakedKeys.isIn(path)).isTrue();
    assertThat(LeakedKeys.masked(path)).isEqualTo("DELETE /v1/keys/weir_abcdefgh_***");
    String late =
        "/v1/keys/weir_abcdefgh_" + RANDOM.substring(0, 10) + first + RANDOM.substring(11);
    assertThat(LeakedKeys.masked(late))
        .doesNotContain(RANDOM.substring(0, 10), RANDOM.substring(11));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/keys/key-abcdefgh",
        "/v1/services/service-1/domains/weir%5Fx.example",
        "a=%C3%A4%&b=100%",
        "/v1/weir_short_x",
        ""
      })
  void whatIsNoSecretStaysAsItIs(String text) {
    assertThat(LeakedKeys.isIn(text)).isFalse();
    assertThat(LeakedKeys.masked(text)).isEqualTo(text);
  }
}
