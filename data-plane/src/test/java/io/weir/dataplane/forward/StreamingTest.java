package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies flow as they come, no faster than the slower side, and end when one side leaves. */
class StreamingTest {
  private static final int PIECE = 64 * 1024;
  private static final long ENDLESS = 100_000;

  private final FakeUpstream node = FakeUpstream.http();
  private final Gateway gateway = Gateway.of(node);

  @AfterEach
  void close() {
    gateway.close();
    node.close();
  }

  @Test
  void aResponseIsRelayedAsItComes() throws IOException {
    CountDownLatch seen = new CountDownLatch(1);
    node.behave(
        _ ->
            new Reply.Stream(
                200,
                List.of(),
                out -> {
                  out.write('a');
                  out.flush();
                  seen.await();
                  out.write('b');
                }));
    try (Client client = gateway.client()) {
      client.send(gateway.head("GET", "/release/pets") + "\n");
      StringBuilder start = new StringBuilder();
      while (!start.toString().endsWith("\r\n\r\n1\r\na\r\n")) {
        start.append((char) client.in().read());
      }
      seen.countDown();
      assertThat(new String(client.in().readNBytes(11))).isEqualTo("1\r\nb\r\n0\r\n\r\n");
    }
  }

  @Test
  void aRequestIsRelayedAsItComes() throws IOException {
    CountDownLatch seen = new CountDownLatch(1);
    node.behave(
        request -> {
          try {
            assertThat(request.stream().read()).isEqualTo('a');
            seen.countDown();
          } catch (IOException e) {
            return new Reply.Reset();
          }
          return Reply.text(200, request.text());
        });
    try (Client client = gateway.client()) {
      client.send(gateway.head("POST", "/release/pets") + "Content-Length: 2\n\na");
      seen.await();
      client.send("b");
      assertThat(client.read(false).text()).isEqualTo("b");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aSlowClientHoldsTheNodeBack() throws IOException {
    AtomicLong written = new AtomicLong();
    node.behave(
        _ ->
            new Reply.Stream(
                200,
                List.of(),
                out -> {
                  for (long i = 0; i < ENDLESS; i++) {
                    out.write(new byte[PIECE]);
                    out.flush();
                    written.addAndGet(PIECE);
                  }
                }));
    try (Client client = gateway.client()) {
      client.send(gateway.head("GET", "/release/pets") + "\n");
      assertStandsStill(written);
      long stoodAt = written.get();
      client.in().skipNBytes(stoodAt + 16L * PIECE);
      await().until(() -> written.get() > stoodAt);
    }
    await().untilAsserted(() -> assertThat(node.openConnections()).isZero());
  }

  @Test
  void aSlowNodeHoldsTheClientBack() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    node.behave(
        request -> {
          try {
            goOn.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Reply.text(200, Integer.toString(request.body().length));
        });
    AtomicLong written = new AtomicLong();
    int pieces = 1_000;
    try (Client client = gateway.client()) {
      client.send(
          gateway.head("PUT", "/release/pets") + "Content-Length: " + pieces * PIECE + "\n\n");
      Thread sender =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      for (int i = 0; i < pieces; i++) {
                        client.send(new byte[PIECE]);
                        written.addAndGet(PIECE);
                      }
                    } catch (IOException e) {
                      throw new AssertionError(e);
                    }
                  });
      assertStandsStill(written);
      assertThat(written.get()).isLessThan((long) pieces * PIECE);
      goOn.countDown();
      sender.join();
      assertThat(client.read(false).text()).isEqualTo(Integer.toString(pieces * PIECE));
    }
  }

  /** Waits until a counter has begun and stays the same while it is looked at several times. */
  private static void assertStandsStill(AtomicLong counter) {
    AtomicLong last = new AtomicLong(-1);
    AtomicLong times = new AtomicLong();
    await()
        .until(
            () -> {
              long now = counter.get();
              times.set(now > 0 && now == last.getAndSet(now) ? times.get() + 1 : 0);
              return times.get() == 5;
            });
  }

  @Test
  void aClientThatLeavesEndsTheRequestToTheNode() throws IOException {
    node.behave(
        _ ->
            new Reply.Stream(
                200,
                List.of(),
                out -> {
                  for (long i = 0; i < ENDLESS; i++) {
                    out.write(new byte[PIECE]);
                    out.flush();
                  }
                }));
    Client client = gateway.client();
    client.send(gateway.head("GET", "/release/pets") + "\n");
    client.in().readNBytes(100);
    client.reset();
    await().until(() -> node.openConnections() == 0);
    await().until(() -> gateway.traffic().active() == 0);
  }

  @Test
  void aClientThatLeavesBeforeTheResponseEndsTheRequestToTheNode() throws IOException {
    node.behave(_ -> new Reply.Held(new java.util.concurrent.CompletableFuture<>()));
    Client client = gateway.client();
    client.send(gateway.head("GET", "/release/pets") + "\n");
    await().until(() -> node.count() == 1);
    client.close();
    await().until(() -> gateway.traffic().active() == 0);
    assertThat(gateway.traffic().retries()).isZero();
  }

  @Test
  void aResponseThatKeepsFlowingMayOutlastTheTimeout() throws IOException {
    gateway.api("/slow", "/slow", null, 1_500);
    node.behave(
        _ ->
            new Reply.Stream(
                200,
                List.of(),
                out -> {
                  for (int i = 0; i < 8; i++) {
                    out.write('x');
                    out.flush();
                    Thread.sleep(250);
                  }
                }));
    assertThat(gateway.get("/release/slow").text()).isEqualTo("xxxxxxxx");
  }

  @Test
  void theHeadOfAResponseDoesNotWaitForItsBody() throws IOException {
    CountDownLatch seen = new CountDownLatch(1);
    node.behave(
        _ ->
            new Reply.Stream(
                200,
                List.of(),
                out -> {
                  out.flush();
                  seen.await();
                  out.write('x');
                }));
    try (Client client = gateway.client()) {
      client.send(gateway.head("GET", "/release/pets") + "\n");
      byte[] start = client.in().readNBytes("HTTP/1.1 200".length());
      assertThat(new String(start)).isEqualTo("HTTP/1.1 200");
      seen.countDown();
    }
  }

  @Test
  void aResponseThatStandsStillIsCutOff() throws IOException {
    gateway.api("/slow", "/slow", null, 1_000);
    CountDownLatch never = new CountDownLatch(1);
    node.behave(
        _ ->
            new Reply.Stream(
                200,
                List.of(),
                out -> {
                  out.write('x');
                  out.flush();
                  never.await();
                }));
    try (Client client = gateway.client()) {
      client.send(gateway.head("GET", "/release/slow") + "\n");
      assertThat(new String(client.in().readAllBytes())).endsWith("1\r\nx\r\n");
    }
    never.countDown();
  }
}
