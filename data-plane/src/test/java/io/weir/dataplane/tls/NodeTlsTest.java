package io.weir.dataplane.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.weir.contracts.value.CertificateName;
import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.NodeTls;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeTlsTest {
  private static final TestCertificate CA = TestCertificate.authority("nodes");
  private static final TestCertificate OTHER_CA = TestCertificate.authority("others");
  private static final TestCertificate FOR_ADDRESS = CA.sign("ip:127.0.0.1");
  private static final TestCertificate FOR_NAME = CA.sign("dns:pets.internal");
  private static final TestCertificate BY_OTHER = OTHER_CA.sign("ip:127.0.0.1");
  private static final TestCertificate CLIENT = OTHER_CA.sign("dns:gateway.internal");
  private static final NodeTls BY_CA = tls(true, null, "ca", null);

  @TempDir Path directory;

  @BeforeEach
  void writeCertificates() throws IOException {
    Files.writeString(directory.resolve("ca.crt"), CA.chainPem());
    CLIENT.writeTo(directory, "client");
  }

  private static NodeTls tls(boolean verify, String serverName, String ca, String client) {
    return new NodeTls(
        verify,
        serverName,
        ca == null ? null : new CertificateName(ca),
        client == null ? null : new CertificateName(client));
  }

  private Gateway gateway(NodeTls tls, FakeUpstream... nodes) {
    return Gateway.tls(directory, null, nodes).https(tls);
  }

  private static int status(Gateway gateway) throws IOException {
    return gateway.get("/release/pets").status();
  }

  @Test
  void aNodeIsTrustedThroughTheUpstreamsAuthority() throws Exception {
    try (FakeUpstream node = FakeUpstream.https(FOR_ADDRESS);
        Gateway gateway = gateway(BY_CA, node)) {
      assertThat(status(gateway)).isEqualTo(200);
      gateway.https(NodeTls.DEFAULT);
      assertThat(status(gateway)).isEqualTo(502);
    }
  }

  @Test
  void anUnknownAuthorityIsRefusedAndTheNextNodeIsTried() throws Exception {
    try (FakeUpstream bad = FakeUpstream.https(BY_OTHER);
        FakeUpstream good = FakeUpstream.https(FOR_ADDRESS);
        Gateway gateway = gateway(BY_CA, bad, good)) {
      for (int i = 0; i < 6; i++) {
        assertThat(status(gateway)).isEqualTo(200);
      }
      assertThat(good.count()).isEqualTo(6);
      assertThat(bad.count()).isZero();
      assertThat(bad.acceptedConnections()).isPositive();
      gateway.nodes(EventMother.node(bad.port(), 1));
      assertThat(status(gateway)).isEqualTo(502);
    }
  }

  @Test
  void theUpstreamsAuthorityIsInsteadOfTheUsualOnes() throws Exception {
    Path usual = Files.writeString(directory.resolve("usual.pem"), OTHER_CA.chainPem());
    try (FakeUpstream node = FakeUpstream.https(BY_OTHER);
        Gateway gateway =
            Gateway.tls(TestOptions.caFile(usual), directory, null, node).https(NodeTls.DEFAULT)) {
      assertThat(status(gateway)).isEqualTo(200);
      gateway.https(BY_CA);
      assertThat(status(gateway)).isEqualTo(502);
    }
  }

  @Test
  void aWrongNameIsRefusedAndAServerNameMakesItRight() throws Exception {
    try (FakeUpstream node = FakeUpstream.https(FOR_NAME);
        Gateway gateway = gateway(BY_CA, node)) {
      assertThat(status(gateway)).isEqualTo(502);
      assertThat(node.count()).isZero();
      gateway.https(tls(true, "pets.internal", "ca", null));
      assertThat(status(gateway)).isEqualTo(200);
    }
  }

  @Test
  void withoutVerificationAnybodyIsTrusted() throws Exception {
    try (FakeUpstream node = FakeUpstream.https(FOR_NAME);
        Gateway gateway = gateway(tls(false, null, null, null), node)) {
      assertThat(status(gateway)).isEqualTo(200);
    }
  }

  @Test
  void theOperatorsCarelessnessWinsOverTheUpstreamsCare() throws Exception {
    try (FakeUpstream node = FakeUpstream.https(BY_OTHER);
        Gateway gateway = Gateway.tls(TestOptions.trustAll(), directory, null, node).https(BY_CA)) {
      assertThat(status(gateway)).isEqualTo(200);
    }
  }

  @Test
  void aNodeThatDemandsACertificateIsShownIt() throws Exception {
    try (FakeUpstream node = FakeUpstream.https(FOR_ADDRESS, OTHER_CA);
        Gateway gateway = gateway(BY_CA, node)) {
      assertThat(status(gateway)).isEqualTo(502);
      gateway.https(tls(true, null, "ca", "client"));
      assertThat(status(gateway)).isEqualTo(200);
      assertThat(node.count()).isOne();
    }
  }

  @Test
  void aMissingCertificateFailsBeforeAConnectionIsMadeUntilItIsThere() throws Exception {
    try (FakeUpstream node = FakeUpstream.https(FOR_ADDRESS, OTHER_CA);
        Gateway gateway = gateway(tls(true, null, "ca", "late"), node)) {
      assertThat(gateway.get("/release/pets").text()).contains("CONNECT_FAILED");
      assertThat(node.acceptedConnections()).isZero();
      CLIENT.writeTo(directory, "late");
      await().until(() -> status(gateway) == 200);
    }
  }

  @Test
  void aReplacedAuthorityIsTrustedWithoutARestart() throws Exception {
    try (FakeUpstream node = FakeUpstream.https(BY_OTHER);
        Gateway gateway = gateway(BY_CA, node)) {
      assertThat(status(gateway)).isEqualTo(502);
      Files.writeString(directory.resolve("ca.crt"), OTHER_CA.chainPem());
      await().until(() -> status(gateway) == 200);
    }
  }

  @Test
  void aReplacedCaFileIsTrustedWithoutARestart() throws Exception {
    Path usual = Files.writeString(directory.resolve("usual.pem"), CA.chainPem());
    try (FakeUpstream node = FakeUpstream.https(BY_OTHER);
        Gateway gateway = Gateway.of(TestOptions.caFile(usual), node).https()) {
      assertThat(status(gateway)).isEqualTo(502);
      Files.writeString(usual, OTHER_CA.chainPem());
      await().until(() -> status(gateway) == 200);
    }
  }

  @Test
  void aCaFileThatIsNoneIsRefused() throws Exception {
    Path usual = Files.writeString(directory.resolve("usual.pem"), "nonsense");
    try (Certificates certificates = Certificates.none()) {
      assertThatThrownBy(() -> new NodeTrust(certificates, usual, false))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("usual.pem");
    }
  }

  @Test
  void http2IsChosenByAlpn() throws Exception {
    try (FakeUpstream other = FakeUpstream.http();
        Gateway gateway = gateway(BY_CA, other).version(HttpVersion.HTTP_2)) {
      HttpServer node =
          gateway
              .vertx()
              .createHttpServer(
                  new HttpServerOptions()
                      .setSsl(true)
                      .setUseAlpn(true)
                      .setKeyCertOptions(
                          new PemKeyCertOptions()
                              .addCertValue(Buffer.buffer(FOR_ADDRESS.chainPem()))
                              .addKeyValue(Buffer.buffer(FOR_ADDRESS.keyPem()))))
              .requestHandler(NodeTlsTest::tellVersion)
              .listen(0, "127.0.0.1")
              .await();
      gateway.nodes(EventMother.node(node.actualPort(), 1));
      assertThat(gateway.get("/release/pets").text()).isEqualTo("HTTP_2 https");
    }
  }

  private static void tellVersion(HttpServerRequest request) {
    request.response().end(request.version() + " " + request.scheme());
  }

  @Test
  void aNodeWithoutHttp2IsNotTakenForOneWithIt() throws Exception {
    try (FakeUpstream node = FakeUpstream.https(FOR_ADDRESS);
        Gateway gateway = gateway(BY_CA, node).version(HttpVersion.HTTP_2)) {
      assertThat(status(gateway)).isEqualTo(502);
      assertThat(node.count()).isZero();
    }
  }

  @Test
  void whatNoNodeNeedsAnyMoreIsForgotten() throws Exception {
    try (FakeUpstream node = FakeUpstream.https(FOR_ADDRESS);
        Gateway gateway = gateway(BY_CA, node)) {
      AtomicLong now = new AtomicLong();
      NodeTrust trust = new NodeTrust(gateway.certificates(), null, false, now::get);
      EventExecutor loop = ImmediateEventExecutor.INSTANCE;
      SslContext used = trust.context(gateway.firstNode(), loop).get();
      LiveNode first = gateway.firstNode();
      gateway.https(tls(true, null, "ca", "client"));
      trust.context(gateway.firstNode(), loop).get();
      assertThat(trust.size()).isEqualTo(2);
      for (int i = 0; i < 3; i++) {
        now.addAndGet(TimeUnit.MINUTES.toNanos(40));
        assertThat(trust.context(first, loop).get()).isSameAs(used);
      }
      gateway.https(tls(false, null, null, null));
      trust.context(gateway.firstNode(), loop).get();
      assertThat(trust.size()).isEqualTo(2);
    }
  }
}
