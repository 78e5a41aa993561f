package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.contracts.value.Environment;
import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Changes under traffic cost no request. */
class ReloadTest {
  @Test
  void noRequestFailsWhileWeightsNodesRoutesAndReleasesChange() throws Exception {
    try (FakeUpstream a = FakeUpstream.http();
        FakeUpstream b = FakeUpstream.http();
        FakeUpstream c = FakeUpstream.http();
        Gateway gateway = Gateway.of(a, b, c);
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      AtomicBoolean enough = new AtomicBoolean();
      AtomicLong answered = new AtomicLong();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        running.add(
            clients.submit(
                () -> {
                  try (Client client = gateway.client()) {
                    while (!enough.get()) {
                      Answer answer = client.call(gateway.head("GET", "/release/pets") + "\n");
                      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                      answered.incrementAndGet();
                    }
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                }));
      }
      for (int i = 0; i < 100; i++) {
        long before = answered.get();
        int weight = i % 7;
        gateway.nodes(
            EventMother.node(a.port(), 5), EventMother.node((i % 2 == 0 ? b : c).port(), weight));
        gateway.append(
            EventMother.released(
                gateway.sample().service().id(), Environment.RELEASE, gateway.sample().api()));
        while (answered.get() < before + 8 && running.stream().noneMatch(Future::isDone)) {
          Thread.onSpinWait();
          Thread.yield();
        }
      }
      enough.set(true);
      for (Future<?> one : running) {
        one.get();
      }
      await().until(() -> gateway.traffic().requests(2) == answered.get());
    }
  }

  @Test
  void aNodeThatIsRemovedFinishesWhatItHas() throws Exception {
    try (FakeUpstream old = FakeUpstream.http();
        FakeUpstream next = FakeUpstream.http();
        Gateway gateway = Gateway.of(old);
        Client client = gateway.client()) {
      CompletableFuture<Reply> held = new CompletableFuture<>();
      CompletableFuture<Void> arrived = new CompletableFuture<>();
      old.behave(
          _ -> {
            arrived.complete(null);
            return new Reply.Held(held);
          });
      client.send(gateway.head("GET", "/release/pets") + "\n");
      arrived.get();
      gateway.nodes(EventMother.node(next.port(), 1));
      assertThat(gateway.get("/release/pets").status()).isEqualTo(200);
      held.complete(Reply.text(200, "done"));
      assertThat(client.read(false).text()).isEqualTo("done");
      assertThat(old.count()).isOne();
      assertThat(next.count()).isOne();
    }
  }

  @Test
  void aServerThatStopsFinishesWhatItHasAndTakesNothingNew() throws Exception {
    try (FakeUpstream node = FakeUpstream.http();
        Gateway gateway = Gateway.of(node);
        Client idle = gateway.client();
        Client client = gateway.client()) {
      idle.call(gateway.head("GET", "/release/pets") + "\n");
      CompletableFuture<Reply> held = new CompletableFuture<>();
      CompletableFuture<Void> arrived = new CompletableFuture<>();
      node.behave(
          _ -> {
            arrived.complete(null);
            return new Reply.Held(held);
          });
      client.send(gateway.head("GET", "/release/pets") + "\n");
      arrived.get();
      var stopped = gateway.shutdown();
      assertThat(idle.ended()).isTrue();
      assertThat(stopped.isComplete()).isFalse();
      held.complete(Reply.text(200, "done"));
      Answer last = client.read(false);
      assertThat(last.text()).isEqualTo("done");
      assertThat(last.header("connection")).isEqualTo("close");
      assertThat(client.ended()).isTrue();
      stopped.await();
    }
  }
}
