package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Future;
import io.vertx.core.internal.VertxInternal;
import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that the kernel has made belong to the gateway, also when it stops. */
@Timeout(60)
class AcceptQueueTest {
  @Test
  void whoeverWaitsToBeAcceptedIsServedBeforeTheGatewayStops() throws Exception {
    try (FakeUpstream node = FakeUpstream.http().behave(_ -> Reply.text(200, "served"));
        Gateway gateway = Gateway.of(node)) {
      CountDownLatch busy = block(gateway);
      List<Client> waiting = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        waiting.add(ask(gateway));
      }
      Future<Void> stopped = gateway.shutdown();
      busy.countDown();
      for (Client client : waiting) {
        Answer answer = client.read(false);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("connection")).isEqualTo("close");
        client.close();
      }
      stopped.await();
    }
  }

  private static Client ask(Gateway gateway) throws IOException {
    Client client = gateway.client();
    client.send(gateway.head("GET", "/release/pets") + "\n");
    return client;
  }

  /** Keeps all event loops from accepting. */
  private static CountDownLatch block(Gateway gateway) throws InterruptedException {
    CountDownLatch free = new CountDownLatch(1);
    List<CountDownLatch> blocked = new ArrayList<>();
    for (EventExecutor loop : ((VertxInternal) gateway.vertx()).nettyEventLoopGroup()) {
      CountDownLatch begun = new CountDownLatch(1);
      blocked.add(begun);
      loop.execute(
          () -> {
            begun.countDown();
            try {
              free.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }
    for (CountDownLatch begun : blocked) {
      begun.await();
    }
    return free;
  }
}
