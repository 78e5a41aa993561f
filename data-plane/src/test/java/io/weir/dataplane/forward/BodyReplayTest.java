package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.testing.FreePorts;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.Behaviour;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodyReplayTest {
  private static final int LIMIT = 64 * 1024;

  private final FakeUpstream node = FakeUpstream.http();
  private final Gateway gateway = Gateway.of(node);

  @AfterEach
  void close() {
    gateway.close();
    node.close();
  }

  @Test
  void aBodyUpToTheLimitIsSentAgainWhole() throws IOException {
    String body = "x".repeat(LIMIT);
    node.behave(
        Behaviour.inTurn(new Reply.Reset(), new Reply.Close(), Reply.text(200, "understood")));
    assertThat(gateway.call("PUT", "/release/pets", body).text()).isEqualTo("understood");
    assertThat(node.requests()).hasSize(3).allMatch(request -> request.text().equals(body));
  }

  @Test
  void aBodyBeyondTheLimitIsSentOnce() throws IOException {
    node.behave(Behaviour.always(new Reply.Close()));
    Answer answer = gateway.call("PUT", "/release/pets", "x".repeat(LIMIT + 1));
    assertThat(answer.status()).isEqualTo(502);
    assertThat(node.count()).isOne();
  }

  @Test
  void aBodyBeyondTheLimitStillGoesElsewhereWhileNoneOfItWasSent() throws IOException {
    gateway.nodes(EventMother.node(FreePorts.next(), 1), EventMother.node(node.port(), 1));
    String body = "x".repeat(4 * LIMIT);
    for (int i = 0; i < 2; i++) {
      assertThat(gateway.call("POST", "/release/pets", body).text()).startsWith("POST /pets");
    }
    assertThat(node.requests()).allMatch(request -> request.text().equals(body));
  }

  @Test
  void aChunkedBodyIsSentAgainWhole() throws IOException {
    node.behave(Behaviour.inTurn(new Reply.Reset(), Reply.text(200, "understood")));
    try (Client client = gateway.client()) {
      Answer answer =
          client.call(
              gateway.head("PUT", "/release/pets")
                  + "Transfer-Encoding: chunked\n\n3\nabc\n4\ndefg\n0\n\n");
      assertThat(answer.text()).isEqualTo("understood");
    }
    assertThat(node.requests()).hasSize(2).allMatch(request -> request.text().equals("abcdefg"));
  }

  @Test
  void theNodeMayAnswerBeforeTheBodyIsThere() throws IOException {
    node.behave(_ -> Reply.text(413, "too much"));
    try (Client client = gateway.client()) {
      client.send(gateway.head("POST", "/release/pets") + "Content-Length: 100000\n\nbeginning");
      assertThat(client.read(false).text()).isEqualTo("too much");
      // the rest is read and dropped, then the connection serves the next request
      client.send("x".repeat(100_000 - 9));
      node.behave(Behaviour.echo());
      assertThat(client.call(gateway.head("GET", "/release/pets") + "\n").status()).isEqualTo(200);
    }
  }
}
