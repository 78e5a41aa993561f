package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.Method;
import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.Behaviour;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Header;
import io.weir.testing.http.Reply;
import io.weir.testing.http.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForwardingTest {
  private final FakeUpstream node = FakeUpstream.http();
  private final Gateway gateway = Gateway.of(node);

  @AfterEach
  void close() {
    gateway.close();
    node.close();
  }

  private Request received() {
    return node.requests().getLast();
  }

  @Test
  void theResponseOfTheNodeIsTheResponse() throws IOException {
    node.behave(Behaviour.always(Reply.text(418, "short and stout").with("X-Tea", "green")));
    Answer answer = gateway.get("/release/pets");
    assertThat(answer.status()).isEqualTo(418);
    assertThat(answer.text()).isEqualTo("short and stout");
    assertThat(answer.header("x-tea")).isEqualTo("green");
    assertThat(answer.header("weir-request-id")).hasSize(32);
  }

  @Test
  void thePathIsMappedAndTheQueryUntouched() throws IOException {
    gateway.api("/users/{id}", "/v2/people/{id}", null, 5_000);
    gateway.get("/release/users/a%2Fb?x=%20y&z=/../a+b");
    assertThat(received().target()).isEqualTo("/v2/people/a%2Fb?x=%20y&z=/../a+b");
    gateway.get("/release/pets/7/toys?");
    assertThat(received().target()).isEqualTo("/pets/7/toys?");
  }

  @Test
  void dotSegmentsCannotEscapeTheEnvironment() throws IOException {
    gateway.get("/release/x/%2e%2e/pets/./1");
    assertThat(received().target()).isEqualTo("/pets/1");
    assertThat(gateway.get("/release/../pets").status()).isEqualTo(404);
  }

  @Test
  void theMethodTheApiDemandsIsSent() throws IOException {
    gateway.api("=/legacy", "/old", Method.POST, 5_000);
    gateway.get("/release/legacy");
    assertThat(received().method()).isEqualTo("POST");
  }

  @Test
  void anyMethodTravels() throws IOException {
    for (String method : List.of("GET", "DELETE", "OPTIONS", "PATCH", "PROPFIND")) {
      assertThat(gateway.call(method, "/release/pets").status()).isEqualTo(200);
      assertThat(received().method()).isEqualTo(method);
    }
  }

  @Test
  void theNodeIsToldItsOwnAddressAsHostUnlessTheUpstreamSaysAnother() throws IOException {
    gateway.get("/release/pets");
    assertThat(received().all("host")).containsExactly("127.0.0.1:" + node.port());
    gateway.hostHeader("pets.internal").get("/release/pets");
    assertThat(received().all("host")).containsExactly("pets.internal");
  }

  @Test
  void anAbsoluteTargetNamesTheHost() throws IOException {
    try (Client client = gateway.client()) {
      Answer answer =
          client.call(
              "GET http://" + gateway.host() + "/release/pets HTTP/1.1\nHost: elsewhere\n\n");
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @Test
  void bodiesTravelBothWays() throws IOException {
    node.behave(request -> Reply.text(200, request.text().toUpperCase(java.util.Locale.ROOT)));
    assertThat(gateway.call("POST", "/release/pets", "hello").text()).isEqualTo("HELLO");
    assertThat(received().all("content-length")).containsExactly("5");
  }

  @Test
  void chunkedBodiesTravelBothWays() throws IOException {
    node.behave(
        request ->
            new Reply.Stream(
                200,
                List.of(),
                out -> {
                  out.write(request.body());
                  out.flush();
                  out.write("!".getBytes(StandardCharsets.UTF_8));
                }));
    try (Client client = gateway.client()) {
      Answer answer =
          client.call(
              gateway.head("POST", "/release/pets")
                  + "Transfer-Encoding: chunked\n\n3\nabc\n4\ndefg\n0\n\n");
      assertThat(answer.text()).isEqualTo("abcdefg!");
      assertThat(answer.header("transfer-encoding")).isEqualTo("chunked");
    }
    assertThat(received().all("transfer-encoding")).containsExactly("chunked");
  }

  @Test
  void trailersOfTheResponseTravel() throws IOException {
    node.behave(
        _ ->
            new Reply.Raw(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n2\r\nok\r\n0\r\nX-Sum: 42\r\n\r\n"
                    .getBytes(StandardCharsets.ISO_8859_1)));
    Answer answer = gateway.get("/release/pets");
    assertThat(answer.text()).isEqualTo("ok");
    assertThat(answer.trailers()).containsExactly(new Header("X-Sum", "42"));
  }

  @Test
  void aResponseWithoutLengthEndsWithTheConnection() throws IOException {
    node.behave(
        _ -> new Reply.Raw("HTTP/1.1 200 OK\r\n\r\nall of it".getBytes(StandardCharsets.UTF_8)));
    assertThat(gateway.get("/release/pets").text()).isEqualTo("all of it");
  }

  @Test
  void aResponseToHeadKeepsItsLengthAndHasNoBody() throws IOException {
    node.behave(
        _ ->
            new Reply.Raw(
                "HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8)));
    try (Client client = gateway.client()) {
      Answer answer = client.call(gateway.head("HEAD", "/release/pets") + "\n");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("content-length")).isEqualTo("1234");
      // the connection is in step: what comes next is the next response
      assertThat(client.call(gateway.head("HEAD", "/nowhere") + "\n").status()).isEqualTo(404);
    }
  }

  @Test
  void responsesThatHaveNoBodyGetNone() throws IOException {
    for (int status : new int[] {204, 304}) {
      node.behave(
          _ ->
              new Reply.Raw(
                  ("HTTP/1.1 " + status + " Nothing\r\nETag: \"7\"\r\n\r\n")
                      .getBytes(StandardCharsets.UTF_8)));
      Answer answer = gateway.get("/release/pets");
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.header("etag")).isEqualTo("\"7\"");
      assertThat(answer.header("transfer-encoding")).isNull();
      assertThat(answer.header("content-length")).isNull();
    }
  }

  @Test
  void aClientOfHttp10IsUnderstood() throws IOException {
    node.behave(_ -> new Reply.Stream(200, List.of(), out -> out.write(new byte[] {'o', 'k'})));
    try (Client client = gateway.client()) {
      Answer answer = client.call("GET /release/pets HTTP/1.0\nHost: " + gateway.host() + "\n\n");
      assertThat(answer.text()).isEqualTo("ok");
      assertThat(answer.header("transfer-encoding")).isNull();
    }
  }

  @Test
  void requestsOnOneConnectionAreAnsweredInTheirOrder() throws IOException {
    node.behave(request -> Reply.text(200, request.target()));
    try (Client client = gateway.client()) {
      client.send(
          gateway.head("GET", "/release/pets/1")
              + "\n"
              + gateway.head("GET", "/release/pets/2")
              + "\n");
      assertThat(client.read(false).text()).isEqualTo("/pets/1");
      assertThat(client.read(false).text()).isEqualTo("/pets/2");
    }
  }

  @Test
  void connectionsToNodesAreReused() throws IOException {
    try (Client client = gateway.client()) {
      for (int i = 0; i < 20; i++) {
        assertThat(client.call(gateway.head("GET", "/release/pets") + "\n").status())
            .isEqualTo(200);
      }
    }
    assertThat(node.acceptedConnections()).isOne();
  }

  @Test
  void aConnectionTheNodeIsAboutToCloseIsNotReused() throws IOException {
    node.behave(Behaviour.always(Reply.text(200, "bye").with("Connection", "X-Mine, close")));
    try (Client client = gateway.client()) {
      client.call(gateway.head("GET", "/release/pets") + "\n");
      client.call(gateway.head("GET", "/release/pets") + "\n");
    }
    assertThat(node.acceptedConnections()).isEqualTo(2);
  }

  @Test
  void connectionsSurviveAChangeOfWeights() throws IOException {
    try (Client client = gateway.client()) {
      client.call(gateway.head("GET", "/release/pets") + "\n");
      gateway.nodes(EventMother.node(node.port(), 50));
      client.call(gateway.head("GET", "/release/pets") + "\n");
    }
    assertThat(node.acceptedConnections()).isOne();
  }

  @Test
  void theClientIsAskedForTheBodyWhenTheNodeIs() throws IOException {
    try (Client client = gateway.client()) {
      client.send(
          gateway.head("POST", "/release/pets") + "Content-Length: 5\nExpect: 100-continue\n\n");
      assertThat(client.read(false).status()).isEqualTo(100);
      client.send("hello");
      assertThat(client.read(false).text()).contains("hello");
    }
  }

  @Test
  void weightsShareTheTraffic() throws IOException {
    // one connection, as every event loop has its own turn
    try (FakeUpstream other = FakeUpstream.http();
        Client client = gateway.client()) {
      gateway.nodes(EventMother.node(node.port(), 5), EventMother.node(other.port(), 1));
      for (int i = 0; i < 60; i++) {
        client.call(gateway.head("GET", "/release/pets") + "\n");
      }
      assertThat(node.count()).isEqualTo(50);
      assertThat(other.count()).isEqualTo(10);
    }
  }
}
