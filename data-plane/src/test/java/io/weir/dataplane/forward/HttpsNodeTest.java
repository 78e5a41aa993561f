package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsNodeTest {
  private static final TestCertificate FOR_ADDRESS = TestCertificate.selfSigned("ip:127.0.0.1");
  private static final TestCertificate FOR_NAME = TestCertificate.selfSigned("dns:pets.internal");

  @TempDir Path directory;

  private ForwardOptions trusting(TestCertificate certificate)
      throws IOException, CertificateEncodingException {
    Path file = directory.resolve("ca.pem");
    String base64 = Base64.getMimeEncoder().encodeToString(certificate.certificate().getEncoded());
    Files.writeString(
        file, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    return TestOptions.caFile(file);
  }

  @Test
  void aNodeIsTrustedThroughTheCaFile() throws Exception {
    try (FakeUpstream node = FakeUpstream.https(FOR_ADDRESS);
        Gateway gateway = Gateway.of(trusting(FOR_ADDRESS), node).https()) {
      assertThat(gateway.get("/release/pets").text()).startsWith("GET /pets");
      assertThat(node.requests().getLast().header("host")).contains("127.0.0.1:" + node.port());
    }
  }

  @Test
  void aNodeThatNobodyVouchesForIsNotTrusted() throws Exception {
    try (FakeUpstream node = FakeUpstream.https(FOR_ADDRESS);
        Gateway gateway = Gateway.of(node).https()) {
      assertThat(gateway.get("/release/pets").status()).isEqualTo(502);
      assertThat(node.count()).isZero();
    }
  }

  @Test
  void theCertificateHasToBeForTheNode() throws Exception {
    try (FakeUpstream node = FakeUpstream.https(FOR_NAME);
        Gateway gateway = Gateway.of(trusting(FOR_NAME), node).https()) {
      assertThat(gateway.get("/release/pets").status()).isEqualTo(502);
      assertThat(node.count()).isZero();
    }
  }

  @Test
  void orForTheNameTheUpstreamIsCalledBy() throws Exception {
    try (FakeUpstream node = FakeUpstream.https(FOR_NAME);
        Gateway gateway =
            Gateway.of(trusting(FOR_NAME), node).https().hostHeader("pets.internal")) {
      assertThat(gateway.get("/release/pets").status()).isEqualTo(200);
      assertThat(node.requests().getLast().header("host")).contains("pets.internal");
    }
  }

  @Test
  void anybodyIsTrustedOnlyIfTheOperatorInsists() throws Exception {
    ForwardOptions careless = TestOptions.trustAll();
    try (FakeUpstream node = FakeUpstream.https(FOR_NAME);
        Gateway gateway = Gateway.of(careless, node).https()) {
      assertThat(gateway.get("/release/pets").status()).isEqualTo(200);
    }
  }

  @Test
  void anUpstreamChangesItsProtocolAtOnce() throws Exception {
    try (FakeUpstream plain = FakeUpstream.http();
        FakeUpstream secure = FakeUpstream.https(FOR_ADDRESS);
        Gateway gateway = Gateway.of(trusting(FOR_ADDRESS), plain)) {
      assertThat(gateway.get("/release/pets").status()).isEqualTo(200);
      gateway.nodes(EventMother.node(secure.port(), 1)).https();
      assertThat(gateway.get("/release/pets").status()).isEqualTo(200);
      assertThat(secure.count()).isOne();
    }
  }
}
