package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.value.RetryOn;
import io.weir.dataplane.balance.NodeHealth;
import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.Behaviour;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the API's timeout bounds: everything until the head of the response that counts. */
@Tag("slow")
class TimeoutTest {
  private static final int TIMEOUT_MILLIS = 2_000;

  private final CompletableFuture<Reply> never = new CompletableFuture<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final FakeUpstream node = FakeUpstream.http();
  private final FakeUpstream other = FakeUpstream.http();
  private final Gateway gateway = Gateway.of(node);

  @AfterEach
  void close() {
    gateway.close();
    never.complete(new Reply.Close());
    clock.shutdownNow();
    node.close();
    other.close();
  }

  private Reply later(Reply reply, long millis) {
    CompletableFuture<Reply> later = new CompletableFuture<>();
    clock.schedule(() -> later.complete(reply), millis, TimeUnit.MILLISECONDS);
    return new Reply.Held(later);
  }

  /** Whether answers that are retried on, one after another, use up one time-out, not one each. */
  @Test
  void answersThatAreRetriedOnDoNotStartItAnew() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    node.behave(
        request -> {
          request.body();
          asked.incrementAndGet();
          return later(Reply.text(503, "no"), TIMEOUT_MILLIS / 3);
        });
    gateway.retries(100).retryOn(new RetryOn(List.of(503), false));
    gateway.api("/slow", "/slow", null, TIMEOUT_MILLIS);
    long began = System.nanoTime();
    Answer answer = gateway.get("/release/slow");
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    // at three a time-out, 101 answers would take half a minute
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text()).isEqualTo("no");
    assertThat(asked.get()).isLessThan(20);
    assertThat(millis).isLessThan(10L * TIMEOUT_MILLIS);
  }

  @Test
  void interimResponsesDoNotStartItAnew() throws IOException {
    byte[] hints =
        "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
    node.behave(Behaviour.always(new Reply.Dripping(hints)));
    gateway.api("/hints", "/hints", null, 1_000);
    try (Client client = gateway.client()) {
      client.send(gateway.head("GET", "/release/hints") + "\n");
      Answer answer = client.read(false);
      while (answer.status() < 200) {
        answer = client.read(false);
      }
      assertThat(answer.status()).isIn(502, 504);
    }
  }

  @Test
  void aPipelinedRequestHasItsOwn() throws IOException {
    node.behave(
        request -> {
          request.body();
          return request.target().endsWith("first")
              ? later(Reply.text(200, "first"), 300)
              : new Reply.Held(never);
        });
    gateway.released(
        gateway.newApi("/first", "/first", null, 30_000),
        gateway.newApi("/second", "/second", null, 1_000));
    try (Client client = gateway.client()) {
      client.send(
          gateway.head("GET", "/release/first")
              + "\n"
              + gateway.head("GET", "/release/second")
              + "\n");
      assertThat(client.read(false).text()).isEqualTo("first");
      assertThat(client.read(false).status()).isEqualTo(504);
    }
  }

  @Test
  void oneNodeThatHangsDoesNotCostARequestThatMayBeRepeated() throws IOException {
    node.behave(Behaviour.always(new Reply.Held(never)));
    other.behave(Behaviour.always(Reply.text(200, "other")));
    gateway.retries(1);
    gateway.nodes(EventMother.node(node.port(), 1), EventMother.node(other.port(), 1));
    gateway.api("/hang", "/hang", null, 6_000);
    for (int i = 0; i < 4; i++) {
      assertThat(gateway.get("/release/hang").text()).isEqualTo("other");
    }
    assertThat(node.count()).isPositive();
  }

  /** The time of the first attempt passing must not be the last that is heard of the clock. */
  @Test
  void nodesThatAllHangCostTheTimeoutOnce() throws IOException {
    node.behave(Behaviour.always(new Reply.Held(never)));
    other.behave(Behaviour.always(new Reply.Held(never)));
    gateway.retries(5);
    gateway.nodes(EventMother.node(node.port(), 1), EventMother.node(other.port(), 1));
    gateway.api("/hang", "/hang", null, TIMEOUT_MILLIS);
    assertThat(gateway.get("/release/hang").status()).isEqualTo(504);
    assertThat(node.count() + other.count()).isBetween(1, 2);
  }

  @Test
  void aRequestThatMustNotBeRepeatedHasAllOfTheTime() throws IOException {
    Reply slow = later(Reply.text(200, "done"), 2_500);
    node.behave(Behaviour.always(slow));
    other.behave(Behaviour.always(slow));
    gateway.retries(1);
    gateway.nodes(EventMother.node(node.port(), 1), EventMother.node(other.port(), 1));
    gateway.api("/slow", "/slow", null, 3_000);
    Answer answer = gateway.call("POST", "/release/slow", "x");
    assertThat(node.count() + other.count()).isEqualTo(1);
    assertThat(answer.status()).isIn(200, 504);
  }

  @Test
  void anIdleResponseIsCutAndIsNoFaultOfTheNode() throws Exception {
    node.behave(
        Behaviour.always(
            new Reply.Stream(
                200,
                List.of(),
                body -> {
                  body.write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
                  body.flush();
                  never.join();
                })));
    gateway.api("/events", "/events", null, 500);
    try (Client client = gateway.client()) {
      client.send(gateway.head("GET", "/release/events") + "\n");
      assertThatThrownBy(() -> client.read(false)).isInstanceOf(IOException.class);
    }
    assertThat(gateway.firstNode().health().failures(NodeHealth.Failure.TIMEOUT)).isZero();
  }
}
