package io.weir.dataplane.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.Http2Peer;
import io.weir.dataplane.support.Http2Peer.Frame;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import io.weir.testing.http.Request;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests of every sort at once: what they ask for says what becomes of them. */
final class MixedTraffic {
  private static final List<String> WAYS =
      List.of("ok", "ok", "ok", "error", "once", "reset", "truncated", "nowhere", "malformed");

  private final Gateway gateway;
  private final SplittableRandom random;
  private final AtomicInteger held = new AtomicInteger();
  private final AtomicInteger names = new AtomicInteger();
  private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<Reply> never = new CompletableFuture<>();

  MixedTraffic(Gateway gateway, long seed, FakeUpstream... nodes) {
    this.gateway = gateway;
    random = new SplittableRandom(seed);
    for (FakeUpstream node : nodes) {
      node.behave(this::reply);
    }
  }

  private Reply reply(Request request) {
    String target = request.target();
    if (target.contains("error")) {
      return Reply.text(503, "not now");
    }
    if (target.contains("reset") || target.contains("once") && failedOnce.add(target)) {
      return new Reply.Reset();
    }
    if (target.contains("truncated")) {
      return new Reply.Truncated(Reply.text(200, "a whole body"), 3);
    }
    if (target.contains("held")) {
      held.incrementAndGet();
      return new Reply.Held(never);
    }
    return Reply.text(200, "well");
  }

  private String target(String way) {
    return (way.equals("nowhere") ? "/nowhere" : "/release/pets")
        + "?"
        + way
        + "="
        + names.incrementAndGet();
  }

  /**
   * So many requests on each of some connections of each version of HTTP, and clients that leave.
   */
  void run(int connections, int requests) throws Exception {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Object>> all = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        SplittableRandom own = random.split();
        SplittableRandom other = random.split();
        all.add(Executors.callable(() -> quietly(() -> http1(own, requests))));
        all.add(Executors.callable(() -> quietly(() -> http2(other, requests))));
      }
      all.add(Executors.callable(() -> quietly(() -> leave(connections))));
      for (Future<Object> done : clients.invokeAll(all)) {
        done.get();
      }
    }
    await().until(() -> gateway.traffic().active() == 0);
    never.complete(Reply.status(200));
  }

  private interface Step {
    void run() throws Exception;
  }

  private static void quietly(Step step) {
    try {
      step.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String way(SplittableRandom own) {
    return WAYS.get(own.nextInt(WAYS.size()));
  }

  private void http1(SplittableRandom own, int requests) throws IOException {
    for (int i = 0; i < requests; i++) {
      String way = way(own);
      try (Client client = gateway.client()) {
        client.call(
            way.equals("malformed")
                ? "GET /release/pets HTTP/1.1\n\n"
                : gateway.head("GET", target(way)) + "\n");
      } catch (EOFException e) {
        assertThat(way).isEqualTo("truncated");
      }
    }
  }

  private void http2(SplittableRandom own, int requests) throws Exception {
    try (Http2Peer peer = Http2Peer.connect(gateway.port())) {
      for (int i = 0; i < requests; i++) {
        String way = way(own);
        int stream = 2 * i + 1;
        peer.headers(
            stream,
            Http2Peer.END_STREAM,
            ":method",
            way.equals("malformed") ? "BREW" : "GET",
            ":scheme",
            "http",
            ":path",
            target(way),
            ":authority",
            gateway.host());
        Frame end;
        do {
          end = peer.await(Http2Peer.HEADERS, Http2Peer.DATA, Http2Peer.RST_STREAM);
          assertThat(end.type()).isNotEqualTo(Frame.CLOSED);
        } while (end.stream() != stream || !end.ends() && end.type() != Http2Peer.RST_STREAM);
      }
    }
  }

  private void leave(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      int before = held.get();
      try (Client client = gateway.client()) {
        client.send(gateway.head("GET", target("held")) + "\n");
        await().until(() -> held.get() > before);
      }
    }
  }
}
