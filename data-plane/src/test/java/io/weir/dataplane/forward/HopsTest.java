package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.testing.http.Behaviour;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import io.weir.testing.http.Request;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HopsTest {
  private static final String VIA = "1\\.1 weir-[0-9a-f]{8}";

  private final FakeUpstream node = FakeUpstream.http();
  private final Gateway gateway = Gateway.of(node);

  @AfterEach
  void close() {
    gateway.close();
    node.close();
  }

  private Request sent(String headers) throws IOException {
    try (Client client = gateway.client()) {
      client.call(gateway.head("GET", "/release/pets") + headers + "\n");
    }
    return node.requests().getLast();
  }

  private Request sentToTrusting(String headers) throws IOException {
    try (Gateway trusting = Gateway.of(TestOptions.trustedProxies("10.0.0.0/8, 127.0.0.1"), node);
        Client client = trusting.client()) {
      client.call(trusting.head("GET", "/release/pets") + headers + "\n");
    }
    return node.requests().getLast();
  }

  @Test
  void headersOfTheClientsConnectionEndHere() throws IOException {
    Request request =
        sent(
            """
            Connection: keep-alive, X-Mine
            X-Mine: 1
            Keep-Alive: timeout=5
            Proxy-Authorization: Basic eDp5
            Proxy-Connection: keep-alive
            TE: gzip
            Upgrade: h2c
            HTTP2-Settings: AAMAAABk
            X-Yours: 2
            """);
    for (String name :
        new String[] {
          "x-mine",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "upgrade",
          "http2-settings"
        }) {
      assertThat(request.all(name)).as(name).isEmpty();
    }
    assertThat(request.header("x-yours")).contains("2");
  }

  @Test
  void thatTheClientTakesTrailersIsPassedOn() throws IOException {
    Request request = sent("TE: gzip, trailers\nConnection: TE\n");
    assertThat(request.all("te")).containsExactly("trailers");
  }

  @Test
  void aClientCannotNominateTheHostOrTheLengthAway() throws IOException {
    try (Client client = gateway.client()) {
      client.call(
          gateway.head("POST", "/release/pets")
              + "Connection: host, content-length\nContent-Length: 2\n\nok");
    }
    Request request = node.requests().getLast();
    assertThat(request.header("host")).isPresent();
    assertThat(request.text()).isEqualTo("ok");
  }

  @Test
  void headersOfTheNodesConnectionEndHere() throws IOException {
    node.behave(
        Behaviour.always(
            Reply.text(200, "ok")
                .with("Connection", "X-Mine, close")
                .with("X-Mine", "1")
                .with("Keep-Alive", "timeout=5")
                .with("Proxy-Authenticate", "Basic")
                .with("Upgrade", "h2c")
                .with("X-Yours", "2")));
    Answer answer = gateway.get("/release/pets");
    for (String name :
        new String[] {"x-mine", "connection", "keep-alive", "proxy-authenticate", "upgrade"}) {
      assertThat(answer.all(name)).as(name).isEmpty();
    }
    assertThat(answer.header("x-yours")).isEqualTo("2");
    assertThat(answer.header("via")).matches(VIA);
  }

  @Test
  void theNodeLearnsWhereTheRequestCameFrom() throws IOException {
    Request request = sent("");
    assertThat(request.all("x-forwarded-for")).containsExactly("127.0.0.1");
    assertThat(request.all("x-forwarded-proto")).containsExactly("http");
    assertThat(request.all("x-forwarded-host")).containsExactly(gateway.host());
    assertThat(request.all("x-forwarded-port")).containsExactly(Integer.toString(gateway.port()));
    assertThat(request.all("forwarded"))
        .containsExactly("for=127.0.0.1;host=\"" + gateway.host() + "\";proto=http");
    assertThat(request.header("via").orElseThrow()).matches(VIA);
  }

  @Test
  void listsOfHopsThatATrustedProxyBeganGrowAtTheEnd() throws IOException {
    Request request =
        sentToTrusting(
            """
            X-Forwarded-For: 10.0.0.1
            X-Forwarded-For: 10.0.0.2
            Forwarded: for=10.0.0.1
            Via: 1.0 front
            X-Forwarded-Proto: https
            """);
    assertThat(request.all("x-forwarded-for")).containsExactly("10.0.0.1, 10.0.0.2, 127.0.0.1");
    assertThat(request.all("forwarded").getFirst()).startsWith("for=10.0.0.1, for=127.0.0.1;");
    assertThat(request.header("via").orElseThrow()).matches("1\\.0 front, " + VIA);
    assertThat(request.all("x-forwarded-proto")).containsExactly("https");
  }

  @Test
  void whomAnUntrustedClientClaimsToSpeakForIsNotBelieved() throws IOException {
    Request request =
        sent(
            """
            X-Forwarded-For: 10.0.0.1
            X-Forwarded-Proto: https
            X-Forwarded-Host: admin.example.com
            X-Forwarded-Port: 443
            Forwarded: for=10.0.0.1
            """);
    assertThat(request.all("x-forwarded-for")).containsExactly("127.0.0.1");
    assertThat(request.all("x-forwarded-proto")).containsExactly("http");
    assertThat(request.all("x-forwarded-host")).containsExactly(gateway.host());
    assertThat(request.all("x-forwarded-port")).containsExactly("" + gateway.port());
    assertThat(request.all("forwarded"))
        .containsExactly("for=127.0.0.1;host=\"" + gateway.host() + "\";proto=http");
  }

  @Test
  void onlyATrustedClientIsToldHowARequestWasServed() throws IOException {
    String head = "Weir-Debug: 1\n";
    try (Client client = gateway.client();
        Gateway trusting = Gateway.of(TestOptions.trustedProxies("127.0.0.0/8"), node);
        Client trusted = trusting.client()) {
      Answer told = trusted.call(trusting.head("GET", "/release/pets") + head + "\n");
      assertThat(told.header("weir-position")).isEqualTo("" + trusting.position());
      assertThat(told.header("weir-node")).isEqualTo("127.0.0.1:" + node.port());
      assertThat(told.header("weir-attempts")).isEqualTo("1");
      Answer untold = client.call(gateway.head("GET", "/release/pets") + head + "\n");
      assertThat(untold.header("weir-position")).isNull();
      assertThat(untold.header("weir-node")).isNull();
      assertThat(untold.header("weir-attempts")).isNull();
    }
  }

  @Test
  void aSensibleRequestIdIsKept() throws IOException {
    assertThat(sent("X-Request-Id: order-4711\n").all("x-request-id"))
        .containsExactly("order-4711");
    assertThat(sent("X-Request-Id: \"{}\n").header("x-request-id").orElseThrow()).hasSize(32);
  }

  @Test
  void theRequestIdIsToldToNodeAndClient() throws IOException {
    Answer answer = gateway.get("/release/pets");
    assertThat(node.requests().getLast().all("x-request-id"))
        .containsExactly(answer.header("weir-request-id"));
  }

  @Test
  void repeatedHeadersStayRepeated() throws IOException {
    node.behave(
        Behaviour.always(
            Reply.text(200, "ok").with("Set-Cookie", "a=1").with("Set-Cookie", "b=2")));
    assertThat(gateway.get("/release/pets").all("set-cookie")).containsExactly("a=1", "b=2");
  }
}
