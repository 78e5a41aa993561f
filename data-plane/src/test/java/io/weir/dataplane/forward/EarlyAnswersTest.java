package io.weir.dataplane.forward;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.Node;
import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.dataplane.support.TlsConnection;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer that comes before its request has ended arrives, whoever has given it. */
@Timeout(120)
class EarlyAnswersTest {
  private static final TestCertificate CERTIFICATE = TestCertificate.selfSigned("dns:gateway.test");
  private static final HttpLimits LIMITS =
      new HttpLimits(8_192, 32_768, 100, 3_000_000, 30_000, 60_000, 75_000, 100, 200);

  @TempDir Path directory;
  private final FakeUpstream node = FakeUpstream.http();
  private Gateway gateway;

  @BeforeEach
  void start() throws IOException {
    CERTIFICATE.writeTo(directory, "gateway");
    gateway = Gateway.tls(TestOptions.limits(LIMITS), directory, "gateway", node);
  }

  @AfterEach
  void close() {
    gateway.close();
    node.close();
  }

  private Client client(boolean tls) throws IOException {
    return tls
        ? new TlsConnection(gateway.tlsPort(), TestCertificate.trusting(CERTIFICATE), null).client()
        : gateway.client();
  }

  /** Sends all of its request whatever is answered meanwhile, and only then reads. */
  private Answer upload(boolean tls, String head, String piece, int pieces) throws IOException {
    try (Client client = client(tls)) {
      client.send(head);
      byte[] bytes = piece.getBytes(ISO_8859_1);
      for (int i = 0; i < pieces; i++) {
        client.send(bytes);
      }
      return client.read(false);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "false, /release/nowhere, 200000, 404",
    "true, /release/nowhere, 200000, 404",
    "false, /release/nowhere, 2000000, 404",
    "true, /release/nowhere, 2000000, 404",
    "false, /release/pets, 5000000, 413",
    "true, /release/pets, 5000000, 413"
  })
  void reachesAClientThatFirstSendsItsWholeBody(boolean tls, String path, int length, int status)
      throws IOException {
    String head = gateway.head("POST", path) + "Content-Length: " + length + "\n\n";
    Answer answer = upload(tls, head, "x".repeat(20_000), length / 20_000);
    assertThat(answer.status()).isEqualTo(status);
    boolean small = length <= 256 * 1024;
    assertThat(answer.header("connection")).isEqualTo(small ? null : "close");
  }

  @ParameterizedTest
  @CsvSource({
    "false, /release/nowhere, 404",
    "true, /release/nowhere, 404",
    "false, /release/pets, 413",
    "true, /release/pets, 413"
  })
  void reachesAClientThatSendsManyChunks(boolean tls, String path, int status) throws IOException {
    String chunk = "7d0\r\n" + "x".repeat(2_000) + "\r\n";
    String head = gateway.head("POST", path) + "Transfer-Encoding: chunked\n\n";
    assertThat(upload(tls, head, chunk.repeat(20), 100).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void reachesAClientWhoseHeadIsTooLarge(boolean tls) throws IOException {
    String head = gateway.head("POST", "/release/pets") + "X-A: " + "a".repeat(40_000) + "\n";
    Answer answer = upload(tls, head + "Content-Length: 1000000\n\n", "x".repeat(20_000), 50);
    assertThat(answer.status()).isEqualTo(431);
    assertThat(answer.header("connection")).isEqualTo("close");
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void aConnectionWhoseSmallUploadNobodyWantedServesOn(boolean tls) throws IOException {
    try (Client client = client(tls)) {
      client.send(gateway.head("POST", "/release/nowhere") + "Content-Length: 100000\n\n");
      assertThat(client.read(false).status()).isEqualTo(404);
      client.send("x".repeat(100_000).getBytes(ISO_8859_1));
      assertThat(client.call(gateway.head("GET", "/release/pets") + "\n").status()).isEqualTo(200);
    }
  }

  /** A node that reads a little, answers, and closes with the rest unread: a reset. */
  private static void refuse(ServerSocket listener) {
    try {
      while (true) {
        try (Socket socket = listener.accept()) {
          socket.getInputStream().readNBytes(4_096);
          socket
              .getOutputStream()
              .write(
                  "HTTP/1.1 413 Too Large\r\nContent-Length: 8\r\nConnection: close\r\n\r\ntoo much"
                      .getBytes(ISO_8859_1));
        }
      }
    } catch (IOException over) {
      // the test has ended
    }
  }

  @Test
  void ofANodeThatThenClosesReachesTheClientAndIsNoFaultOfTheNode() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> refuse(listener));
      Node refusing = EventMother.node(listener.getLocalPort(), 1);
      gateway.nodes(refusing);
      for (int i = 0; i < 20; i++) {
        String head = gateway.head("PUT", "/release/pets") + "Content-Length: 2500000\n\n";
        Answer answer = upload(false, head, "x".repeat(25_000), 100);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).isEqualTo("too much");
      }
    }
  }
}
