package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.dataplane.support.UnresponsivePort;
import io.weir.testing.FreePorts;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.Behaviour;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again, where, and how often: by kind of failure and method. */
class RetryTest {
  private final FakeUpstream good = FakeUpstream.http();
  private final FakeUpstream bad = FakeUpstream.http();
  private Gateway gateway = Gateway.of(good, bad);

  @AfterEach
  void close() {
    gateway.close();
    good.close();
    bad.close();
  }

  /** With two nodes in turn, one of any two requests meets the bad one first. */
  private int successesOfTwo(String method) throws IOException {
    int successes = 0;
    for (int i = 0; i < 2; i++) {
      Answer answer =
          method.equals("POST") || method.equals("PATCH")
              ? gateway.call(method, "/release/pets", "body")
              : gateway.call(method, "/release/pets");
      successes += answer.status() == 200 ? 1 : 0;
    }
    return successes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "POST", "PATCH"})
  void aRefusedConnectionIsTriedElsewhereWithAnyMethod(String method) throws IOException {
    gateway.nodes(EventMother.node(good.port(), 1), EventMother.node(FreePorts.next(), 1));
    assertThat(successesOfTwo(method)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, 2",
    "HEAD, 2",
    "PUT, 2",
    "DELETE, 2",
    "OPTIONS, 2",
    "TRACE, 2",
    "POST, 1",
    "PATCH, 1"
  })
  void aResetBeforeTheResponseIsTriedElsewhereIfRepeatingIsHarmless(String method, int successes)
      throws IOException {
    bad.behave(Behaviour.always(new Reply.Reset()));
    assertThat(successesOfTwo(method)).isEqualTo(successes);
  }

  @ParameterizedTest
  @CsvSource({"GET, 2", "DELETE, 2", "POST, 1"})
  void aCloseBeforeTheResponseIsTriedElsewhereIfRepeatingIsHarmless(String method, int successes)
      throws IOException {
    bad.behave(Behaviour.always(new Reply.Close()));
    assertThat(successesOfTwo(method)).isEqualTo(successes);
  }

  @ParameterizedTest
  @CsvSource({"GET, 2", "POST, 1"})
  void nonsenseInPlaceOfAResponseIsLikeABrokenConnection(String method, int successes)
      throws IOException {
    bad.behave(Behaviour.always(new Reply.Raw("nonsense\r\n\r\n".getBytes())));
    assertThat(successesOfTwo(method)).isEqualTo(successes);
  }

  @ParameterizedTest
  @CsvSource({"GET, 2", "POST, 1"})
  void aNodeThatTakesTooLongIsPassedOverIfRepeatingIsHarmless(String method, int successes)
      throws IOException {
    gateway.close();
    gateway = Gateway.of(TestOptions.attemptTimeout(1_000), good, bad);
    bad.behave(Behaviour.always(new Reply.Held(new CompletableFuture<>())));
    assertThat(successesOfTwo(method)).isEqualTo(successes);
    await().until(() -> gateway.traffic().failures().get("ATTEMPT_TIMEOUT"), is(2L - successes));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 429, 404})
  void anAnswerIsAnAnswerWhateverItsStatus(int status) throws IOException {
    bad.behave(Behaviour.always(Reply.text(status, "its own words")));
    good.behave(Behaviour.always(Reply.text(status, "its own words")));
    Answer answer = gateway.get("/release/pets");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).isEqualTo("its own words");
    assertThat(good.count() + bad.count()).isOne();
  }

  @Test
  void everyNodeIsTriedBeforeAnyIsTriedAgain() throws IOException {
    bad.behave(Behaviour.always(new Reply.Reset()));
    good.behave(Behaviour.always(new Reply.Reset()));
    gateway.retries(3);
    assertThat(gateway.get("/release/pets").status()).isEqualTo(502);
    assertThat(good.count()).isEqualTo(2);
    assertThat(bad.count()).isEqualTo(2);
  }

  @Test
  void attemptsAreAsManyAsTheUpstreamAllows() throws IOException {
    bad.behave(Behaviour.always(new Reply.Reset()));
    good.behave(Behaviour.always(new Reply.Reset()));
    gateway.retries(1);
    Answer answer = gateway.get("/release/pets");
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.text()).contains("\"code\":\"CONNECTION_BROKEN\"");
    assertThat(good.count() + bad.count()).isEqualTo(2);
  }

  @Test
  void theOnlyNodeIsTriedAgain() throws IOException {
    gateway.nodes(EventMother.node(bad.port(), 1));
    bad.behave(Behaviour.inTurn(new Reply.Reset(), new Reply.Reset(), Reply.text(200, "at last")));
    assertThat(gateway.get("/release/pets").text()).isEqualTo("at last");
  }

  @Test
  void aNodeOfWeightZeroIsNoRefuge() throws IOException {
    gateway.nodes(EventMother.node(bad.port(), 1), EventMother.node(good.port(), 0)).retries(3);
    bad.behave(Behaviour.always(new Reply.Reset()));
    assertThat(gateway.get("/release/pets").status()).isEqualTo(502);
    assertThat(bad.count()).isEqualTo(4);
    assertThat(good.count()).isZero();
  }

  @Test
  void nobodyListeningAnywhereIs502() throws IOException {
    gateway.nodes(EventMother.node(FreePorts.next(), 1), EventMother.node(FreePorts.next(), 1));
    Answer answer = gateway.call("POST", "/release/pets", "x");
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.text()).contains("\"code\":\"CONNECT_FAILED\"");
    assertThat(gateway.traffic().retries()).isEqualTo(5);
  }

  @Test
  void aNodeThatDoesNotCompleteTheHandshakeIsPassedOverWithAnyMethod() throws Exception {
    ForwardOptions impatient = TestOptions.connectTimeout(200);
    try (UnresponsivePort silent = new UnresponsivePort();
        Gateway other = Gateway.of(impatient, good)) {
      other.nodes(EventMother.node(silent.port(), 1), EventMother.node(good.port(), 1));
      for (int i = 0; i < 2; i++) {
        assertThat(other.call("POST", "/release/pets", "body").status()).isEqualTo(200);
      }
      assertThat(other.traffic().retries()).isPositive();
    }
  }

  @Test
  void nothingIsTriedAgainOnceTheResponseBegan() throws IOException {
    bad.behave(Behaviour.always(new Reply.Truncated(Reply.text(200, "half of it"), 4)));
    good.behave(Behaviour.always(new Reply.Truncated(Reply.text(200, "half of it"), 4)));
    try (Client client = gateway.client()) {
      client.send(gateway.head("GET", "/release/pets") + "\n");
      assertThat(client.in().readAllBytes()).asString().endsWith("half");
    }
    assertThat(good.count() + bad.count()).isOne();
  }

  @Test
  void aConnectionTheNodeClosedMeanwhileCostsNoRetry() throws IOException {
    gateway.nodes(EventMother.node(bad.port(), 1)).retries(1);
    try (Client client = gateway.client()) {
      bad.behave(
          Behaviour.inTurn(
              Reply.text(200, "first"),
              new Reply.Close(),
              new Reply.Close(),
              Reply.text(200, "ok")));
      assertThat(client.call(gateway.head("GET", "/release/pets") + "\n").text())
          .isEqualTo("first");
      // reused and closed: free; fresh and closed: the one retry
      assertThat(client.call(gateway.head("GET", "/release/pets") + "\n").text()).isEqualTo("ok");
    }
    assertThat(gateway.traffic().retries()).isOne();
  }

  @Test
  void aConnectionTheNodeClosedMeanwhileFailsWhatMustNotBeRepeated() throws IOException {
    gateway.nodes(EventMother.node(bad.port(), 1));
    bad.behave(Behaviour.inTurn(Reply.text(200, "first"), new Reply.Close()));
    try (Client client = gateway.client()) {
      client.call(gateway.head("GET", "/release/pets") + "\n");
      Answer answer = client.call(gateway.head("POST", "/release/pets") + "Content-Length: 1\n\nx");
      assertThat(answer.status()).isEqualTo(502);
    }
    assertThat(bad.count()).isEqualTo(2);
  }
}
