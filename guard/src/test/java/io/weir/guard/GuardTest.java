package io.weir.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are let in. */
class GuardTest {
  private final Guard guard =
      new Guard(HostNames.of("127.0.0.1", "control-api", List.of("weir.example")));

  private static RequestHead head(String method, List<String> hosts) {
    return new RequestHead(method, true, hosts, List.of(), List.of(), false, List.of());
  }

  private static RequestHead from(String method, String host, List<String> origins) {
    return new RequestHead(method, true, List.of(host), origins, List.of(), false, List.of());
  }

  private static RequestHead fetched(String method, List<String> sites) {
    return new RequestHead(
        method, true, List.of("localhost:8080"), List.of(), sites, false, List.of());
  }

  private static RequestHead carrying(String method, List<String> contentTypes) {
    return new RequestHead(
        method, true, List.of("localhost:8080"), List.of(), List.of(), true, contentTypes);
  }

  private int status(RequestHead head) {
    return guard.deny(head).map(denial -> denial.code().status()).orElse(0);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/io/weir/testing/guard/hosts.csv",
      delimiter = '|',
      quoteCharacter = '\'')
  void onlyItsOwnNamesAndAddressesAreAnsweredTo(String host, boolean ours) {
    for (String method : List.of("GET", "HEAD", "POST", "DELETE", "OPTIONS")) {
      assertThat(status(head(method, List.of(host)))).isEqualTo(ours ? 0 : 421);
    }
  }

  @Test
  void aRequestHasOneHostUnlessItsVersionNeedsNone() {
    assertThat(status(head("GET", List.of()))).isEqualTo(400);
    assertThat(status(head("GET", List.of("localhost", "localhost")))).isEqualTo(400);
    var old = new RequestHead("GET", false, List.of(), List.of(), List.of(), false, List.of());
    assertThat(status(old)).isZero();
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/io/weir/testing/guard/origins.csv",
      delimiter = '|',
      quoteCharacter = '\'')
  void pagesOfOtherOriginsAreRefused(String host, String origin, boolean same) {
    for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
      assertThat(status(from(method, host, List.of(origin)))).isEqualTo(same ? 0 : 403);
    }
  }

  @Test
  void twoOriginsAreForeignWhateverTheyAre() {
    String own = "http://localhost:8080";
    assertThat(status(from("POST", "localhost:8080", List.of(own, own)))).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "same-origin, 0",
    "none, 0",
    "same-site, 403",
    "cross-site, 403",
    "something-new, 403"
  })
  void pagesOfOtherSitesChangeNothing(String site, int refused) {
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "ANYTHING")) {
      assertThat(status(fetched(method, List.of(site)))).isEqualTo(refused);
    }
    for (String method : List.of("GET", "HEAD", "OPTIONS")) {
      assertThat(status(fetched(method, List.of(site)))).as("a link to the console").isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json; charset=utf-8",
        "application/json;q=1",
        "application/merge-patch+json",
      })
  void aBodyThatSaysItIsJsonIsTaken(String type) {
    assertThat(status(carrying("POST", List.of(type)))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text/plain",
        "text/plain;application/json",
        "text/plain, application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=application/json",
        "application/jsonx",
        "*/*",
      })
  void anyOtherBodyIsRefused(String type) {
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "GET")) {
      assertThat(status(carrying(method, List.of(type)))).isEqualTo(415);
      assertThat(status(carrying(method, List.of()))).isEqualTo(415);
      assertThat(status(carrying(method, Collections.nCopies(2, "application/json"))))
          .isEqualTo(415);
    }
  }

  @Test
  void namesAreOfTheLoopbackTheInterfaceTheServiceAndTheSetting() {
    assertThat(HostNames.of("Here.Example", "control-api", List.of("A.example", " b.example ")))
        .isEqualTo(Set.of("localhost", "here.example", "control-api", "a.example", "b.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a.example", "a.example:80", "a b", "*.example", ""})
  void whatIsNoHostNameIsRefusedAtTheStart(String name) {
    assertThatThrownBy(() -> HostNames.of("127.0.0.1", "control-api", List.of(name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("WEIR_HTTP_NAMES")
        .hasMessageContaining(name);
  }

  @Test
  void proxiesAreTrustedByBlock() {
    TrustedProxies.check(List.of());
    TrustedProxies.check(
        List.of(
            "127.0.0.1/32", "10.0.0.0/8", "::1/128", "fd00::/8", "::ffff:10.0.0.0/104", "::/0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "0:0:0:0:0:0:0:1", "proxy.example", "proxy/8", ""})
  void aProxyThatWouldBeLookedUpIsRefusedAtTheStart(String proxy) {
    assertThatThrownBy(() -> TrustedProxies.check(List.of("10.0.0.0/8", proxy)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("WEIR_TRUSTED_PROXIES")
        .hasMessageContaining("\"" + proxy + "\"");
  }
}
