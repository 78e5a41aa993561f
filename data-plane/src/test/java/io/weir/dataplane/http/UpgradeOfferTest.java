package io.weir.dataplane.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradeOfferTest {
  private static Headers upgrade(String... values) {
    Headers headers = new Headers();
    for (String value : values) {
      headers.add(HeaderName.UPGRADE, value);
    }
    return headers;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "websocket           | websocket",
        "WebSocket           | WebSocket",
        "irc/6.9, tls/1.0    | irc/6.9, tls/1.0",
        "h2c                 | none",
        "H2C                 | none",
        "h2                  | none",
        "HTTP/2.0            | none",
        "http/1.1            | none",
        "websocket, h2c      | websocket",
        "h2c,websocket       | websocket",
        ",h2c, ,websocket,   | websocket",
        "'\"h2c\", websocket'| websocket",
        "h2c/1 , x           | x",
        "h2 c, x             | x",
        "''                  | none"
      })
  void httpIsNeverOfferedOn(String value, String offer) {
    assertThat(UpgradeOffer.of(upgrade(value))).isEqualTo(offer);
  }

  @ParameterizedTest
  @CsvSource({"h2c, websocket", "websocket, h2c"})
  void norInOneOfSeveralFields(String first, String second) {
    assertThat(UpgradeOffer.of(upgrade(first, second))).isEqualTo("websocket");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "websocket        | websocket        | true",
        "websocket        | WebSocket        | true",
        "irc/6.9, tls/1.0 | tls/1.0          | true",
        "irc/6.9, tls/1.0 | tls/1.0, irc/6.9 | true",
        "websocket        | h2c              | false",
        "websocket        | websocket, h2c   | false",
        "irc/6.9          | irc/7            | false",
        "websocket        | ''               | false"
      })
  void anAnswerSwitchesOnlyToWhatWasOffered(String offer, String answer, boolean covered) {
    assertThat(UpgradeOffer.covers(offer, upgrade(answer))).isEqualTo(covered);
    assertThat(UpgradeOffer.covers(offer, upgrade())).isFalse();
  }
}
