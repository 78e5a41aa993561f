package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.support.Passage;
import io.weir.dataplane.support.Passage.Version;
import io.weir.dataplane.support.TestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who may say for whom a request is made, under which names, and that both ways to say it agree.
 */
class ClaimsTest {
  private static final ForwardOptions TRUSTING = TestOptions.trustedProxies("127.0.0.0/8");
  private static final String[] CLAIMS = {
    "x-forwarded",
    "x-forwarded-prefix",
    "x-forwarded-ssl",
    "x-forwarded-scheme",
    "x-forwarded-server",
    "x-forwarded-user",
    "x-forwarded-client-cert",
    "forwarded-for",
    "x-real-ip",
    "x-client-ip",
    "client-ip",
    "true-client-ip",
    "cf-connecting-ip",
    "x-cluster-client-ip",
    "fastly-client-ip",
    "x-original-url",
    "x-rewrite-url",
    "x-original-host",
    "front-end-https",
    "weir-anything",
    "weir-node"
  };
  private static final String[] ALIASES = {
    "x_forwarded_for",
    "x.forwarded.for",
    "x-forwarded_for",
    "x~forwarded~proto",
    "x!forwarded!host",
    "x_forwarded_port",
    "x_forwarded_prefix",
    "x_real_ip",
    "true.client.ip",
    "content_length",
    "content.length",
    "transfer_encoding",
    "transfer!encoding",
    "x_request_id",
    "proxy",
    "proxy_authorization",
    "max_forwards"
  };

  private static String[] withValues(String... names) {
    List<String> fields = new ArrayList<>();
    for (String name : names) {
      fields.add(name);
      fields.add("6");
    }
    fields.add("x-app-forwarded");
    fields.add("1");
    fields.add("api_key");
    fields.add("2");
    return fields.toArray(String[]::new);
  }

  private static Map<String, String> atNode(
      ForwardOptions options, Version client, Version node, String... fields) throws Exception {
    return new Passage(client, node, fields).get(options).request();
  }

  @ParameterizedTest
  @CsvSource({"HTTP_1,HTTP_1", "HTTP_1,HTTP_2", "HTTP_2,HTTP_1", "HTTP_2,HTTP_2"})
  void anUntrustedClientClaimsNothingUnderAnyName(Version client, Version node) throws Exception {
    Map<String, String> sent = atNode(TestOptions.usual(), client, node, withValues(CLAIMS));
    assertThat(sent).doesNotContainKeys(CLAIMS).containsKeys("x-app-forwarded", "api_key");
  }

  @ParameterizedTest
  @CsvSource({"HTTP_1,HTTP_1", "HTTP_1,HTTP_2", "HTTP_2,HTTP_1", "HTTP_2,HTTP_2"})
  void otherSpellingsOfWhatIsReadHereReachNoNodeWhoeverSendsThem(Version client, Version node)
      throws Exception {
    for (ForwardOptions options : List.of(TestOptions.usual(), TRUSTING)) {
      Map<String, String> sent = atNode(options, client, node, withValues(ALIASES));
      assertThat(sent).doesNotContainKeys(ALIASES).containsKeys("x-app-forwarded", "api_key");
    }
  }

  @ParameterizedTest
  @CsvSource({"HTTP_1,HTTP_1", "HTTP_1,HTTP_2", "HTTP_2,HTTP_1", "HTTP_2,HTTP_2"})
  void whatATrustedProxyClaimsIsPassedOn(Version client, Version node) throws Exception {
    assertThat(atNode(TRUSTING, client, node, withValues(CLAIMS))).containsKeys(CLAIMS);
  }

  @Test
  void theConnectionHeaderCannotTakeAwayWhatTellsOfTheClient() throws Exception {
    String[] fields = {
      "connection",
      "close, x-forwarded-for, x-forwarded-proto, x-forwarded-host, x-forwarded-port, forwarded,"
          + " via, x-request-id, x-forwarded-prefix, max-forwards, x-mine",
      "x-forwarded-for",
      "203.0.113.7",
      "x-forwarded-prefix",
      "/shop",
      "max-forwards",
      "7",
      "x-mine",
      "1"
    };
    assertThat(atNode(TRUSTING, Version.HTTP_1, Version.HTTP_1, fields))
        .containsKeys("x-forwarded-proto", "x-forwarded-host", "x-forwarded-port", "via")
        .containsKeys("x-request-id", "max-forwards")
        .containsEntry("x-forwarded-for", "203.0.113.7, 127.0.0.1")
        .containsEntry("x-forwarded-prefix", "/shop")
        .doesNotContainKey("x-mine");
  }

  @Test
  void forwardedAgreesWithWhatAProxySaysInTheOtherWayOnly() throws Exception {
    Map<String, String> sent =
        atNode(
            TRUSTING,
            Version.HTTP_1,
            Version.HTTP_1,
            "x-forwarded-for",
            "203.0.113.7, [2001:db8::7]:4711, nobody",
            "x-forwarded-proto",
            "https",
            "x-forwarded-host",
            "www.example.com",
            "x-forwarded-port",
            "8443");
    assertThat(sent.get("forwarded"))
        .startsWith(
            "for=203.0.113.7;host=\"www.example.com:8443\";proto=https,"
                + " for=\"[2001:db8::7]\", for=unknown, for=127.0.0.1;host=\"")
        .endsWith(";proto=http");
    assertThat(sent)
        .containsEntry("x-forwarded-proto", "https")
        .containsEntry("x-forwarded-host", "www.example.com")
        .containsEntry("x-forwarded-port", "8443");
  }

  @Test
  void aProxyThatSaysOnlyTheSchemeIsTakenForTheClient() throws Exception {
    Map<String, String> sent =
        atNode(TRUSTING, Version.HTTP_1, Version.HTTP_1, "x-forwarded-proto", "https");
    assertThat(sent.get("forwarded")).startsWith("for=127.0.0.1;host=\"").endsWith("proto=https");
    assertThat(sent).containsEntry("x-forwarded-for", "127.0.0.1");
  }

  @Test
  void theOtherWayAgreesWithWhatAProxySaysInForwardedOnly() throws Exception {
    Map<String, String> sent =
        atNode(
            TRUSTING,
            Version.HTTP_1,
            Version.HTTP_1,
            "forwarded",
            "For=\"[2001:db8::7]:4711\";Host=\"a\\b,c\";proto=https;by=_x, for=10.0.0.2:80",
            "forwarded",
            "for=_hidden;proto=http, proto=http");
    assertThat(sent)
        .containsEntry("x-forwarded-for", "2001:db8::7, 10.0.0.2, _hidden, unknown, 127.0.0.1")
        .containsEntry("x-forwarded-proto", "https")
        .containsEntry("x-forwarded-host", "ab,c")
        .containsEntry("x-forwarded-port", "443");
    assertThat(sent.get("forwarded")).startsWith("For=").endsWith(";proto=http");
  }

  @Test
  void whatForwardedLeavesOpenIsSaidAsInTheOtherWay() throws Exception {
    Map<String, String> sent =
        atNode(
            TRUSTING,
            Version.HTTP_1,
            Version.HTTP_1,
            "forwarded",
            "for=203.0.113.7",
            "x-forwarded-for",
            "203.0.113.7",
            "x-forwarded-proto",
            "https");
    assertThat(sent.get("forwarded"))
        .startsWith("for=203.0.113.7, for=127.0.0.1;host=\"")
        .endsWith("proto=https");
  }

  @ParameterizedTest
  @CsvSource({
    "shop.example.com, 80",
    "shop.example.com:8080, 8080",
    "[2001:db8::1]:8443, 8443",
    "[2001:db8::1], 80",
    "shop.example.com:, 80",
    "shop.example.com:99999, 80",
    "shop.example.com:80x, 80"
  })
  void thePortIsTheOneThatTheClientUsed(String host, String port) {
    ClientPeer peer = new ClientPeer("203.0.113.7", false);
    assertThat(peer.told(host).get("x-forwarded-port")).isEqualTo(port);
  }

  @Test
  void anAddressOfIpv6IsQuotedAndInBrackets() {
    ClientPeer peer = new ClientPeer("2001:db8::7", true);
    assertThat(peer.told("shop").get("x-forwarded-for")).isEqualTo("2001:db8::7");
    assertThat(peer.told("shop").get("x-forwarded-port")).isEqualTo("443");
    assertThat(peer.told("shop").get("forwarded"))
        .isEqualTo("for=\"[2001:db8::7]\";host=\"shop\";proto=https");
  }
}
