package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.contracts.value.RetryOn;
import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.Behaviour;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Header;
import io.weir.testing.http.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An answer that waits for a better one is still itself when there is none. */
class ParkedAnswerTest {
  @Test
  void itKeepsItsHeadersWhileItsConnectionServesOthers() throws Exception {
    CompletableFuture<Reply> later = new CompletableFuture<>();
    AtomicInteger asked = new AtomicInteger();
    try (FakeUpstream busy = FakeUpstream.http();
        FakeUpstream silent = FakeUpstream.http();
        Gateway gateway = Gateway.of(busy)) {
      busy.behave(
          _ -> {
            int nth = asked.incrementAndGet();
            return new Reply.Response(
                nth == 1 ? 503 : 200, List.of(new Header("X-Nth", "" + nth)), new byte[0]);
          });
      silent.behave(Behaviour.always(new Reply.Held(later)));
      gateway
          .retries(1)
          .retryOn(new RetryOn(List.of(503), false))
          .nodes(EventMother.node(busy.port(), 100), EventMother.node(silent.port(), 1));
      try (Client waiting = gateway.client()) {
        waiting.send(gateway.head("GET", "/release/pets") + "\n");
        await().until(() -> silent.count() == 1);
        gateway.nodes(EventMother.node(busy.port(), 1));
        // on every event loop, so on the one whose connection brought the first answer
        for (int i = 0; i < 20; i++) {
          assertThat(gateway.get("/release/pets").status()).isEqualTo(200);
        }
        later.complete(new Reply.Close());
        Answer answer = waiting.read(false);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("x-nth")).isEqualTo("1");
      }
    }
  }
}
