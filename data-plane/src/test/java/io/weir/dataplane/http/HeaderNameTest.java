package io.weir.dataplane.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HeaderNameTest {
  private static HeaderName of(String name) {
    byte[] bytes = ("x" + name + ":").getBytes(StandardCharsets.US_ASCII);
    return HeaderName.of(bytes, 1, 1 + name.length());
  }

  @ParameterizedTest
  @EnumSource
  void aNameIsKnownInAnyCase(HeaderName name) {
    if (name.isOneName()) {
      assertThat(of(name.text())).isEqualTo(name);
      assertThat(of(name.text().toUpperCase(Locale.ROOT))).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatBeginsAsOursDoesIsOurs(HeaderName name) {
    assertThat(name.isOurs()).isEqualTo(name.text().toLowerCase(Locale.ROOT).startsWith("weir"));
  }

  @ParameterizedTest
  @CsvSource({
    "Proxy, PROXY",
    "Proxy-Authorization, PROXY",
    "proxy_connection, PROXY",
    "proxyx, OTHER",
    "Weir-Something, WEIR",
    "weir_node, WEIR",
    "weird, OTHER",
    "X-Forwarded, CLAIM",
    "X-Forwarded-Prefix, CLAIM",
    "x-forwardedfor, CLAIM",
    "Forwarded-For, CLAIM",
    "Front-End-Https, CLAIM",
    "Fastly-Client-IP, CLAIM",
    "CF-Connecting-IP, CLAIM",
    "Client-IP, CLAIM",
    "True-Client-IP, CLAIM",
    "X-Real-IP, CLAIM",
    "X_Real_IP, ALIAS",
    "X_Forwarded_For, ALIAS",
    "X.Forwarded.For, ALIAS",
    "X-Forwarded_For, ALIAS",
    "Content_Length, ALIAS",
    "Transfer.Encoding, ALIAS",
    "X_Request-Id, ALIAS",
    "Max_Forwards, ALIAS",
    "Accept, OTHER",
    "X-Real-I, OTHER",
    "X-Forwarde, OTHER",
    "c, OTHER",
    "_, OTHER"
  })
  void manyNamesAreOneKind(String name, HeaderName kind) {
    assertThat(of(name)).isEqualTo(kind);
  }
}
