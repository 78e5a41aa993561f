package io.weir.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.weir.testing.http.Behaviour;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
  private final FakeUpstream upstream = FakeUpstream.http();
  private final TcpProxy proxy = TcpProxy.to("127.0.0.1", upstream.port());
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    proxy.close();
    upstream.close();
  }

  @Test
  void passesBytesBothWays() throws Exception {
    String body = "x".repeat(1_000_000);
    assertThat(post(body).body()).startsWith("POST /").endsWith(body);
    assertThat(proxy.connections()).isEqualTo(1);
  }

  @Test
  void aCutResetsConnectionsAndRefusesNewOnesUntilItResumes() throws Exception {
    upstream.behave(
        request -> {
          request.body();
          proxy.cut();
          return new Reply.Close();
        });
    assertThatThrownBy(() -> post("lost")).isInstanceOf(IOException.class);
    assertThat(proxy.connections()).isZero();
    assertThatThrownBy(() -> post("lost")).isInstanceOf(ConnectException.class);

    upstream.behave(Behaviour.echo());
    proxy.resume();
    assertThat(post("back").body()).endsWith("back");
  }

  @Test
  void aFrozenPathSwallowsBytesAndDeliversThemWhenItResumes() throws Exception {
    post("warm the connection up");
    upstream.forget();
    proxy.freeze();
    CompletableFuture<HttpResponse<String>> waiting =
        client.sendAsync(request("late"), BodyHandlers.ofString());
    // The next request travels a path of its own, so its arrival shows that time went by.
    try (var open = TcpProxy.to("127.0.0.1", upstream.port());
        var other = HttpClient.newHttpClient()) {
      other.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + open.port() + "/other")).build(),
          BodyHandlers.discarding());
    }
    assertThat(upstream.requests()).hasSize(1);
    assertThat(waiting).isNotDone();
    proxy.resume();
    assertThat(waiting.join().body()).endsWith("late");
  }

  @Test
  void aSlowPathTakesItsTimeInEachDirectionUntilItResumes() throws Exception {
    post("warm the connection up");
    proxy.slow(Duration.ofMillis(150));
    long begun = System.nanoTime();
    assertThat(post("slow").body()).endsWith("slow");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(300));
    proxy.resume();
    assertThat(post("back").body()).endsWith("back");
  }

  @Test
  void knowsByTheNearPortWhichConnectionsToTheTargetAreItsOwn() throws Exception {
    try (var target = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var path = TcpProxy.to("127.0.0.1", target.getLocalPort());
        var client = new Socket(InetAddress.getLoopbackAddress(), path.port());
        var arrived = target.accept()) {
      assertThat(client.isConnected()).isTrue();
      await().until(() -> path.leads(arrived.getPort()));
      assertThat(path.leads(client.getLocalPort())).isFalse();
    }
  }

  @Test
  void forgetsConnectionsThatEndedOnTheirOwn() throws Exception {
    upstream.behave(
        request -> {
          request.body();
          return new Reply.Close();
        });
    assertThatThrownBy(() -> post("x")).isInstanceOf(IOException.class);
    await().until(() -> proxy.connections() == 0);
  }

  private HttpResponse<String> post(String body) throws Exception {
    return client.send(request(body), BodyHandlers.ofString());
  }

  private HttpRequest request(String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + proxy.port() + "/"))
        .version(HttpClient.Version.HTTP_1_1)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
