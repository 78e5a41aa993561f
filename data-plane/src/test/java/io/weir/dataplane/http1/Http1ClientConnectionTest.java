package io.weir.dataplane.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.weir.dataplane.http.ClientConnections;
import io.weir.dataplane.http.ClientListener;
import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.ClientStream;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.http.LazyTimer;
import io.weir.dataplane.http.MalformedException;
import io.weir.dataplane.http.RequestHandler;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.http.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection makes of what a client sends, and how its responses end. */
class Http1ClientConnectionTest {
  private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String CHUNKED =
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final HttpLimits LIMITS =
      new HttpLimits(1_000, 1_000, 20, 400_000, 30_000, 60_000, 75_000, 100, 200);

  private final List<ClientStream> requests = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final EmbeddedChannel channel =
      new EmbeddedChannel(
          new Http1ClientConnection(
              new RequestHandler() {
                @Override
                public void handle(ClientStream stream) {
                  requests.add(stream);
                  told.add("request");
                  stream.listener(listener(stream));
                }

                @Override
                public void refuse(ClientStream stream, MalformedException why) {
                  told.add("refused " + why.status());
                  answer(stream, why.status(), "");
                }

                @Override
                public boolean draining() {
                  return false;
                }
              },
              LIMITS,
              new ClientPeer("127.0.0.1", false, false, null),
              new ClientConnections(),
              null));

  private ClientListener listener(ClientStream stream) {
    return new ClientListener() {
      @Override
      public void data(ByteBuf data) {
        String text = data.toString(ISO_8859_1);
        data.release();
        int last = told.size() - 1;
        if (told.get(last).startsWith("data ")) {
          told.set(last, told.get(last) + text);
        } else {
          told.add("data " + text);
        }
      }

      @Override
      public void ended(Headers trailers) {
        told.add("ended");
      }

      @Override
      public void writable() {}

      @Override
      public void refused(MalformedException why) {
        told.add("refused " + why.status());
        answer(stream, why.status(), "");
      }

      @Override
      public void gone() {
        told.add("gone");
      }
    };
  }

  private static ResponseHead head(int status, long length) {
    Headers headers = new Headers();
    if (length >= 0) {
      headers.add(HeaderName.CONTENT_LENGTH, Long.toString(length));
    }
    return new ResponseHead(Version.HTTP_1_1, status, null, headers, length);
  }

  private static void answer(ClientStream stream, int status, String body) {
    stream.sendHead(head(status, body.length()), false);
    stream.sendData(Unpooled.copiedBuffer(body, ISO_8859_1), true);
  }

  private void comes(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, ISO_8859_1));
  }

  private String sent() {
    StringBuilder all = new StringBuilder();
    for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
      all.append(out.toString(ISO_8859_1));
      out.release();
    }
    return all.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
        "POST / HTTP/1.1\r\n"
            + "Host: a\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "2\r\n"
            + "he\r\n"
            + "3 ;x\r\n"
            + "llo\r\n"
            + "0\r\n\r\n"
      })
  void requestsInARowAreTheSameHoweverTheyAreCutUp(String request) {
    String two = request + "\r\n" + GET;
    for (int cut = 1; cut < two.length(); cut++) {
      told.clear();
      requests.clear();
      comes(two.substring(0, cut));
      comes(two.substring(cut));
      assertThat(told).containsExactly("request", "data hello", "ended");
      answer(requests.getFirst(), 200, "");
      channel.runPendingTasks();
      assertThat(requests).hasSize(2);
      answer(requests.getLast(), 200, "");
      assertThat(channel.isActive()).isTrue();
    }
  }

  @Test
  void aRequestThatWaitsBeginsOnlyWhenTheEndOfTheOneBeforeHasBeenDealtWith() {
    comes(GET + GET);
    answer(requests.getFirst(), 200, "");
    assertThat(requests).hasSize(1);
    channel.runPendingTasks();
    assertThat(requests).hasSize(2);
  }

  @Test
  void everyRequestHasItsOwnTimer() {
    comes(GET + GET);
    LazyTimer first = requests.getFirst().timer(() -> told.add("first"));
    first.inMillis(1_000);
    first.stop();
    answer(requests.getFirst(), 200, "");
    channel.runPendingTasks();
    requests.getLast().timer(() -> told.add("second")).inMillis(5);
    first.stop();
    await("second");
  }

  private void await(String event) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!told.contains(event) && System.nanoTime() < deadline) {
      channel.runScheduledPendingTasks();
      Thread.onSpinWait();
    }
    assertThat(told).contains(event);
  }

  @Test
  void aTimerOfARequestThatIsOverForTheClientStillRings() {
    comes(GET + GET);
    requests.getFirst().timer(() -> told.add("first")).inMillis(5);
    answer(requests.getFirst(), 200, "");
    channel.runPendingTasks();
    requests.getLast().timer(() -> told.add("second")).inMillis(5);
    await("first");
    await("second");
  }

  @Test
  void aChunkedBodyBeyondTheLimitIsRefusedOnceHoweverManyChunksFollowInOneRead() {
    String chunk = "30d40\r\n" + "x".repeat(200_000) + "\r\n";
    comes(CHUNKED + chunk + chunk + chunk + chunk + "0\r\n\r\n" + GET);
    assertThat(told.stream().filter(event -> event.startsWith("refused")))
        .containsExactly("refused 413");
    assertThat(told).doesNotContain("ended");
    assertThat(requests).hasSize(1);
    assertThat(sent()).startsWith("HTTP/1.1 413 ").contains("connection: close\r\n");
  }

  @Test
  void theRestOfASmallBodyThatNobodyWantsIsReadAndTheConnectionServesOn() {
    comes("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\nx");
    answer(requests.getFirst(), 404, "");
    assertThat(sent()).doesNotContain("close");
    comes("x".repeat(199_999) + GET);
    assertThat(requests).hasSize(2);
  }

  @Test
  void whoeverAnswersBeforeALargeBodyHasComeSaysThatTheConnectionEnds() {
    comes("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\nx");
    answer(requests.getFirst(), 404, "");
    assertThat(sent()).contains("connection: close\r\n");
    assertThat(channel.isActive()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 6})
  void aResponseWhoseBodyHasNotTheLengthItsHeadSaysEndsTheConnection(int length) {
    comes(GET + GET);
    requests.getFirst().sendHead(head(200, 5), false);
    requests.getFirst().sendData(Unpooled.wrappedBuffer(new byte[length]), true);
    channel.runPendingTasks();
    assertThat(channel.isActive()).isFalse();
    assertThat(requests).hasSize(1);
  }

  @Test
  void aClientThatLeavesIsTold() {
    comes(GET);
    channel.close();
    channel.runPendingTasks();
    assertThat(told).containsExactly("request", "gone");
  }
}
