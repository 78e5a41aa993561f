package io.weir.dataplane.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.dataplane.support.TlsConnection;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.TestCertificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientTlsTest {
  private static final String SHOP_NAME = "shop.example.com";
  private static final String PETS_NAME = "pets.example.com";
  private static final TestCertificate SHOP = TestCertificate.selfSigned("dns:" + SHOP_NAME);
  private static final TestCertificate PETS = TestCertificate.selfSigned("dns:" + PETS_NAME);
  private static final TestCertificate NEXT = TestCertificate.selfSigned("dns:" + SHOP_NAME);
  private static final TestCertificate DEFAULT = TestCertificate.selfSigned("dns:gateway.example");

  @TempDir Path directory;
  private final FakeUpstream node = FakeUpstream.http();
  private final List<HttpClientAgent> clients = new ArrayList<>();
  private Gateway gateway;

  @BeforeEach
  void writeCertificates() throws IOException {
    SHOP.writeTo(directory, "shop");
    PETS.writeTo(directory, "pets");
    DEFAULT.writeTo(directory, "default");
  }

  @AfterEach
  void close() {
    if (gateway != null) {
      gateway.close();
    }
    node.close();
  }

  private void start(String fallback) {
    start(TestOptions.usual(), fallback);
  }

  private void start(ForwardOptions options, String fallback) {
    gateway =
        Gateway.tls(options, directory, fallback, node)
            .domain(SHOP_NAME, "shop")
            .domain(PETS_NAME, "pets");
  }

  /** With no memory of former sessions, which would ask for the name of those. */
  private TlsConnection connect(String name, String... protocols) throws IOException {
    SSLContext context = TestCertificate.trusting(SHOP, PETS, NEXT, DEFAULT);
    return new TlsConnection(gateway.tlsPort(), context, name, protocols);
  }

  private TestCertificate shownTo(String name) throws IOException {
    try (TlsConnection connection = connect(name)) {
      for (TestCertificate one : new TestCertificate[] {SHOP, PETS, NEXT, DEFAULT}) {
        if (one.certificate().equals(connection.shown())) {
          return one;
        }
      }
      throw new AssertionError("shown " + connection.shown());
    }
  }

  private static Answer get(TlsConnection connection, String host) throws IOException {
    return connection.client().call("GET /pets HTTP/1.1\nHost: " + host + "\n\n");
  }

  private void awaitFailures(String why, long count) {
    await()
        .untilAsserted(() -> assertThat(gateway.handshakes().failures()).containsEntry(why, count));
  }

  @Test
  void eachDomainShowsItsCertificate() throws Exception {
    start("default");
    assertThat(shownTo(SHOP_NAME)).isSameAs(SHOP);
    assertThat(shownTo(PETS_NAME)).isSameAs(PETS);
    assertThat(shownTo("SHOP.Example.COM")).isSameAs(SHOP);
  }

  @Test
  void allOthersAreShownTheDefault() throws Exception {
    start("default");
    assertThat(shownTo(null)).isSameAs(DEFAULT);
    assertThat(shownTo("elsewhere.example")).isSameAs(DEFAULT);
    gateway.domain("plain.example.com", null);
    assertThat(shownTo("plain.example.com")).isSameAs(DEFAULT);
  }

  @Test
  void withoutADefaultTheyAreRefused() throws Exception {
    start(null);
    for (String name : new String[] {null, "elsewhere.example"}) {
      assertThatThrownBy(() -> connect(name))
          .isInstanceOf(SSLException.class)
          .hasMessageContaining("unrecognized_name");
    }
    assertThat(shownTo(SHOP_NAME)).isSameAs(SHOP);
    awaitFailures("NO_CERTIFICATE", 2);
    assertThat(gateway.handshakes().completions()).isOne();
  }

  @Test
  void aDomainWhoseCertificateIsMissingIsRefusedUntilItIsThere() throws Exception {
    start("default");
    gateway.domain("late.example.com", "late");
    assertThatThrownBy(() -> connect("late.example.com")).isInstanceOf(SSLException.class);
    await()
        .untilAsserted(
            () ->
                assertThat(gateway.certificates().statuses())
                    .anySatisfy(
                        status -> {
                          assertThat(status.name()).isEqualTo("late");
                          assertThat(status.problem()).isEqualTo("there is no late.crt");
                        }));
    NEXT.writeTo(directory, "late");
    assertThat(shownTo("late.example.com")).isSameAs(NEXT);
  }

  @Test
  void requestsAreForwardedAndTheNodeIsToldThatTheyWereEncrypted() throws Exception {
    start(null);
    try (TlsConnection connection = connect(SHOP_NAME)) {
      assertThat(get(connection, SHOP_NAME).text()).startsWith("GET /pets");
      assertThat(get(connection, SHOP_NAME).status()).isEqualTo(200);
    }
    assertThat(node.requests().getLast().header("x-forwarded-proto")).contains("https");
    assertThat(node.requests().getLast().header("x-forwarded-port")).contains("443");
    assertThat(node.acceptedConnections()).isOne();
  }

  @Test
  void aDomainIsServedWithoutTlsToo() throws Exception {
    start(null);
    try (Client client = gateway.client()) {
      Answer answer = client.call("GET /pets HTTP/1.1\nHost: " + SHOP_NAME + "\n\n");
      assertThat(answer.status()).isEqualTo(200);
    }
    assertThat(node.requests().getLast().header("x-forwarded-proto")).contains("http");
  }

  @Test
  void alpnChoosesTheVersionOfHttp() throws Exception {
    start(null);
    try (TlsConnection two = connect(SHOP_NAME, "h2", "http/1.1");
        TlsConnection one = connect(SHOP_NAME, "http/1.1");
        TlsConnection none = connect(SHOP_NAME)) {
      assertThat(two.protocol()).isEqualTo("h2");
      assertThat(one.protocol()).isEqualTo("http/1.1");
      assertThat(none.protocol()).isEmpty();
      assertThat(get(one, SHOP_NAME).status()).isEqualTo(200);
      assertThat(get(none, SHOP_NAME).status()).isEqualTo(200);
    }
  }

  private HttpClientConnection http2(String name) {
    var options =
        new HttpClientOptions()
            .setProtocolVersion(HttpVersion.HTTP_2)
            .setSsl(true)
            .setUseAlpn(true)
            .setForceSni(true)
            .setTrustAll(true)
            .setVerifyHost(false);
    HttpClientAgent client = gateway.vertx().createHttpClient(options);
    clients.add(client); // one that nobody holds is closed
    return client
        .connect(
            new HttpConnectOptions()
                .setServer(SocketAddress.inetSocketAddress(gateway.tlsPort(), "127.0.0.1"))
                .setHost(name)
                .setPort(gateway.tlsPort()))
        .await();
  }

  private static int status(HttpClientConnection connection, String authority) {
    return connection
        .request(new RequestOptions().setMethod(HttpMethod.GET).setURI("/pets"))
        .compose(request -> request.authority(HostAndPort.create(authority, 443)).send())
        .map(HttpClientResponse::statusCode)
        .await();
  }

  @Test
  void http2IsServed() {
    start(null);
    assertThat(status(http2(SHOP_NAME), SHOP_NAME)).isEqualTo(200);
    assertThat(node.requests().getLast().header("x-forwarded-proto")).contains("https");
  }

  @Test
  void aSharedConnectionDoesNotServeADomainWithAnotherCertificate() {
    start("default");
    gateway.domain("www.shop.example.com", "shop").domain("plain.example.com", null);
    HttpClientConnection connection = http2(SHOP_NAME);
    assertThat(status(connection, PETS_NAME)).isEqualTo(421);
    assertThat(status(connection, "www.shop.example.com")).isEqualTo(200);
    assertThat(status(connection, "plain.example.com")).isEqualTo(200);
    // as a proxy that always asks for the same name
    assertThat(status(http2("proxied.example"), PETS_NAME)).isEqualTo(200);
  }

  @Test
  void aSessionIsResumed() throws Exception {
    start(null);
    for (String version : new String[] {"TLSv1.2", "TLSv1.3"}) {
      SSLContext context = TestCertificate.trusting(SHOP);
      try (TlsConnection first = versioned(context, version)) {
        assertThat(first.session().getProtocol()).isEqualTo(version);
        first.session().putValue("seen", "before");
        assertThat(get(first, SHOP_NAME).status()).isEqualTo(200); // the ticket has come by now
      }
      try (TlsConnection second = versioned(context, version)) {
        assertThat(second.session().getValue("seen")).isEqualTo("before");
        assertThat(get(second, SHOP_NAME).status()).isEqualTo(200);
      }
    }
  }

  private TlsConnection versioned(SSLContext context, String version) throws IOException {
    return TlsConnection.of(version, gateway.tlsPort(), context, SHOP_NAME);
  }

  /** A hello of TLS 1.1 (RFC 4346) that would do if the version did. */
  @Test
  void oldVersionsAreRefused() throws Exception {
    start("default");
    String random = "00".repeat(32);
    String body = "0302" + random + "00" + "0006" + "c013c0090035" + "0100";
    String hello = "01" + "%06x".formatted(body.length() / 2) + body;
    String record = "160301" + "%04x".formatted(hello.length() / 2) + hello;
    try (Client client = new Client(gateway.tlsPort())) {
      client.send(HexFormat.of().parseHex(record));
      byte[] alert = client.in().readNBytes(7);
      assertThat(alert).hasSize(7);
      assertThat(alert[0]).as("an alert").isEqualTo((byte) 21);
      assertThat(alert[6]).as("protocol_version").isEqualTo((byte) 70);
    }
    awaitFailures("PROTOCOL", 1);
  }

  @Test
  void aCertificateIsReplacedWhileConnectionsGoOn() throws Exception {
    start(null);
    try (TlsConnection old = connect(SHOP_NAME)) {
      assertThat(get(old, SHOP_NAME).status()).isEqualTo(200);
      NEXT.writeTo(directory, "shop");
      await().until(() -> shownTo(SHOP_NAME) == NEXT);
      assertThat(get(old, SHOP_NAME).status()).isEqualTo(200);
      assertThat(old.shown()).isEqualTo(SHOP.certificate());
    }
  }

  @Test
  void aBadReplacementChangesNothing() throws Exception {
    start(null);
    Files.writeString(directory.resolve("shop.key"), PETS.keyPem());
    await()
        .until(
            () ->
                gateway.certificates().statuses().stream()
                    .anyMatch(status -> status.problem() != null));
    assertThat(shownTo(SHOP_NAME)).isSameAs(SHOP);
  }

  private static ForwardOptions impatient() {
    HttpLimits usual = HttpLimits.DEFAULT;
    return TestOptions.limits(
        new HttpLimits(
            usual.requestLineBytes(),
            usual.headerBytes(),
            usual.headerCount(),
            usual.bodyBytes(),
            300,
            usual.bodyIdleMillis(),
            usual.keepAliveMillis(),
            usual.streams(),
            usual.resetsPerHalfMinute()));
  }

  @Test
  void aHandshakeThatDoesNotBeginIsEnded() throws Exception {
    start(impatient(), "default");
    try (Client client = new Client(gateway.tlsPort())) {
      assertThat(client.ended()).isTrue();
    }
    awaitFailures("TIMEOUT", 1);
  }

  @Test
  void aHandshakeThatDoesNotGoOnIsEnded() throws Exception {
    start(impatient(), "default");
    try (Client client = new Client(gateway.tlsPort())) {
      client.send(new byte[] {22, 3, 1, 2, 0, 1, 0});
      assertThat(client.ended()).isTrue();
    }
    awaitFailures("TIMEOUT", 1);
  }

  @Test
  void whatIsNotTlsIsRefused() throws Exception {
    start("default");
    try (Client client = new Client(gateway.tlsPort())) {
      client.send("GET /pets HTTP/1.1\nHost: " + SHOP_NAME + "\n\n");
      String answer = new String(client.in().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).doesNotContain("HTTP/1.1 200");
    }
    awaitFailures("PROTOCOL", 1);
    assertThat(node.count()).isZero();
  }

  @Test
  void anEndingProcessWaitsForWhatRunsOverTls() throws Exception {
    start("default");
    try (TlsConnection idle = connect(SHOP_NAME);
        Client silent = new Client(gateway.tlsPort())) {
      assertThat(get(idle, SHOP_NAME).status()).isEqualTo(200);
      var over = gateway.shutdown();
      assertThat(idle.client().ended()).isTrue();
      assertThat(silent.ended()).isTrue();
      over.await();
    }
  }
}
