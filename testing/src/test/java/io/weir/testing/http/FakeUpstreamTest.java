package io.weir.testing.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeUpstreamTest {
  private final FakeUpstream upstream = FakeUpstream.http();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    upstream.close();
  }

  @Test
  void echoesRequestLineHeadersAndBody() throws Exception {
    var request =
        to("/pets?q=a%20b").header("X-Two", "1").header("X-Two", "2").PUT(body("cat")).build();
    var response = send(request);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .startsWith("PUT /pets?q=a%20b\n")
        .containsIgnoringCase("\nx-two: 1\n")
        .containsIgnoringCase("\nx-two: 2\n")
        .endsWith("\n\ncat");
  }

  @Test
  void remembersRequestsInOrder() throws Exception {
    send(to("/1").GET().build());
    send(to("/2").POST(body("two")).build());
    assertThat(upstream.requests()).extracting(Request::target).containsExactly("/1", "/2");
    assertThat(upstream.requests().getLast().text()).isEqualTo("two");
    assertThat(upstream.count()).isEqualTo(2);
    upstream.forget();
    assertThat(upstream.count()).isZero();
  }

  @Test
  void keepsAConnectionForTheNextRequest() throws Exception {
    send(to("/1").GET().build());
    send(to("/2").GET().build());
    assertThat(upstream.acceptedConnections()).isEqualTo(1);
  }

  @Test
  void answersAsScriptedAndGivesTheLastReplyFromThenOn() throws Exception {
    upstream.behave(
        Behaviour.inTurn(Reply.status(503), Reply.text(201, "made").with("X-Node", "a")));
    assertThat(send(to("/").GET().build()).statusCode()).isEqualTo(503);
    for (int i = 0; i < 2; i++) {
      var response = send(to("/").GET().build());
      assertThat(response.statusCode()).isEqualTo(201);
      assertThat(response.body()).isEqualTo("made");
      assertThat(response.headers().firstValue("x-node")).contains("a");
    }
  }

  @Test
  void readsAChunkedBody() throws Exception {
    var unknownLength =
        HttpRequest.BodyPublishers.fromPublisher(
            HttpRequest.BodyPublishers.concat(body("first "), unsized("second")));
    send(to("/").POST(unknownLength).build());
    var arrived = upstream.requests().getFirst();
    assertThat(arrived.header("transfer-encoding")).contains("chunked");
    assertThat(arrived.text()).isEqualTo("first second");
  }

  @Test
  void streamsAResponseWhoseEndTheTestDecides() throws Exception {
    var firstPartSeen = new CountDownLatch(1);
    upstream.behave(
        request ->
            new Reply.Stream(
                200,
                List.of(),
                out -> {
                  out.write("one".getBytes(UTF_8));
                  out.flush();
                  firstPartSeen.await();
                  out.write("two".getBytes(UTF_8));
                }));
    var response = client.send(to("/").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
    try (var in = response.body()) {
      assertThat(in.readNBytes(3)).isEqualTo("one".getBytes(UTF_8));
      firstPartSeen.countDown();
      assertThat(in.readAllBytes()).isEqualTo("two".getBytes(UTF_8));
    }
  }

  @Test
  void holdsAReplyUntilTheTestLetsGo() {
    var held = new CompletableFuture<Reply>();
    upstream.behave(Behaviour.always(new Reply.Held(held)));
    var response = client.sendAsync(to("/").GET().build(), HttpResponse.BodyHandlers.ofString());
    await().until(() -> upstream.count() == 1);
    assertThat(response).isNotDone();
    held.complete(Reply.status(204));
    assertThat(response.join().statusCode()).isEqualTo(204);
  }

  @Test
  void closesOrResetsBeforeAResponse() {
    for (Reply failure : List.of(new Reply.Close(), new Reply.Reset())) {
      upstream.behave(Behaviour.always(failure));
      assertThatThrownBy(() -> send(to("/").POST(body("x")).build()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void breaksAResponseOffInItsMiddle() {
    upstream.behave(Behaviour.always(new Reply.Truncated(Reply.text(200, "abcdef"), 3)));
    assertThatThrownBy(() -> send(to("/").GET().build())).isInstanceOf(IOException.class);
  }

  @Test
  void sendsRawBytesAsTheyAre() throws Exception {
    upstream.behave(Behaviour.always(new Reply.Raw("not http at all".getBytes(UTF_8))));
    try (var socket = new Socket("127.0.0.1", upstream.port())) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8));
      assertThat(socket.getInputStream().readAllBytes())
          .isEqualTo("not http at all".getBytes(UTF_8));
    }
  }

  @Test
  void refusesConnectionsWhileStoppedAndComesBackOnTheSamePort() throws Exception {
    send(to("/").GET().build());
    int port = upstream.port();
    upstream.stop();
    await().until(() -> upstream.openConnections() == 0);
    assertThatThrownBy(() -> send(to("/").GET().build())).isInstanceOf(ConnectException.class);
    upstream.start();
    assertThat(upstream.port()).isEqualTo(port);
    assertThat(send(to("/").GET().build()).statusCode()).isEqualTo(200);
  }

  @Test
  void aHeadRequestGetsNoBody() throws Exception {
    upstream.behave(Behaviour.always(Reply.text(200, "body")));
    var response = send(to("/").method("HEAD", HttpRequest.BodyPublishers.noBody()).build());
    assertThat(response.headers().firstValue("content-length")).contains("4");
    assertThat(response.body()).isEmpty();
    assertThat(send(to("/").GET().build()).body()).isEqualTo("body");
  }

  @Test
  void speaksTlsWithItsOwnCertificate() throws Exception {
    var certificate = TestCertificate.selfSigned("dns:localhost,ip:127.0.0.1");
    try (var secure = FakeUpstream.https(certificate);
        var trusting = HttpClient.newBuilder().sslContext(trusting(certificate)).build()) {
      var uri = URI.create("https://127.0.0.1:" + secure.port() + "/safe");
      var response =
          trusting.send(
              HttpRequest.newBuilder(uri).version(HttpClient.Version.HTTP_1_1).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(response.body()).startsWith("GET /safe\n");
      assertThatThrownBy(
              () ->
                  client.send(
                      HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding()))
          .isInstanceOf(IOException.class);
    }
  }

  private static SSLContext trusting(TestCertificate certificate) throws Exception {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("upstream", certificate.certificate());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private HttpRequest.Builder to(String target) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + upstream.port() + target))
        .version(HttpClient.Version.HTTP_1_1);
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.BodyPublisher body(String text) {
    return HttpRequest.BodyPublishers.ofString(text);
  }

  private static HttpRequest.BodyPublisher unsized(String text) {
    return HttpRequest.BodyPublishers.fromPublisher(body(text));
  }
}
