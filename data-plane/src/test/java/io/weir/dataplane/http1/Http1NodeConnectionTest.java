package io.weir.dataplane.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.NodeFailure;
import io.weir.dataplane.http.NodeListener;
import io.weir.dataplane.http.NodeRequest;
import io.weir.dataplane.http.NodeStream;
import io.weir.dataplane.http.ResponseHead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection makes of what a node sends, and what it sends to the node. */
class Http1NodeConnectionTest {
  private final List<String> pool = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final Http1NodeConnection connection =
      Http1NodeConnection.install(
          channel,
          new Http1NodeConnection.Owner() {
            @Override
            public void idle(Http1NodeConnection connection) {
              pool.add("idle");
            }

            @Override
            public void closed(Http1NodeConnection connection) {
              pool.add("closed");
            }
          });
  private NodeStream stream;

  private final NodeListener listener =
      new NodeListener() {
        @Override
        public void opened(NodeStream opened) {
          stream = opened;
        }

        @Override
        public void interim(ResponseHead head) {
          told.add("interim " + head.status());
        }

        @Override
        public void answered(ResponseHead head) {
          told.add("answered " + head.status());
        }

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
        public void readComplete() {}

        @Override
        public void writable() {}

        @Override
        public void failed(NodeFailure kind, String why) {
          told.add("failed " + kind);
          told.add(why);
        }
      };

  private void ask(String method, boolean body) {
    connection.open(listener);
    stream.sendHead(
        new NodeRequest(method, "/", "node", "http", new Headers(), body, false, null), !body);
    stream.flush();
  }

  private String sent() {
    StringBuilder all = new StringBuilder();
    for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
      all.append(out.toString(ISO_8859_1));
      out.release();
    }
    return all.toString();
  }

  /** A piece of a read that goes on. */
  private void piece(String text) {
    channel.pipeline().fireChannelRead(Unpooled.copiedBuffer(text, ISO_8859_1));
  }

  private void comes(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\n"
            + "Link: x\r\n\r\n"
            + "HTTP/1.1 200 OK\r\n"
            + "Content-Length: 5\r\n\r\n"
            + "hello"
      })
  void anAnswerIsTheSameHoweverItIsCutUp(String answer) {
    for (int cut = 1; cut < answer.length(); cut++) {
      told.clear();
      pool.clear();
      ask("GET", false);
      comes(answer.substring(0, cut));
      comes(answer.substring(cut));
      told.remove("interim 103");
      assertThat(told).containsExactly("answered 200", "data hello", "ended");
      assertThat(pool).containsExactly("idle");
    }
  }

  @Test
  void isGivenBackOnlyWhenAllIsSeenThatWasReadWithTheAnswer() {
    ask("GET", false);
    piece("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    assertThat(told).endsWith("ended");
    assertThat(pool).isEmpty();
    channel.pipeline().fireChannelReadComplete();
    assertThat(pool).containsExactly("idle");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'",
    "HEAD, 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n'",
    "GET, 'HTTP/1.1 204 No Content\r\n\r\n'",
    "GET, 'HTTP/1.1 304 Not Modified\r\nContent-Length: 4\r\n\r\n'"
  })
  void whatComesBehindAnAnswerIsNobodysAndEndsTheConnection(String method, String answer) {
    String surplus = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil";
    ask(method, false);
    piece(answer + surplus.substring(0, 1));
    piece(surplus.substring(1));
    channel.pipeline().fireChannelReadComplete();
    assertThat(told).endsWith("ended").doesNotContain("data evil");
    assertThat(pool).doesNotContain("idle");
    assertThat(channel.isActive()).isFalse();
  }

  @Test
  void whatComesWhileItIsIdleEndsTheConnection() {
    ask("HEAD", false);
    comes("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n");
    assertThat(pool).containsExactly("idle");
    comes("evil");
    assertThat(connection.closed()).isTrue();
    assertThat(channel.isActive()).isFalse();
  }

  @Test
  void aBodyThatEndsWithTheConnectionIsWholeIfThatEndsOnPurpose() {
    ask("GET", false);
    comes("HTTP/1.1 200 OK\r\n\r\nhello");
    channel.close();
    channel.runPendingTasks();
    assertThat(told).containsExactly("answered 200", "data hello", "ended");
  }

  @Test
  void aBodyThatEndsWithTheConnectionIsBrokenIfTheNetworkBrokeIt() {
    ask("GET", false);
    comes("HTTP/1.1 200 OK\r\n\r\nhello");
    channel.pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));
    channel.close();
    channel.runPendingTasks();
    assertThat(told).startsWith("answered 200", "data hello", "failed CONNECTION_LOST");
  }

  @Test
  void anAnswerBeforeTheUploadHasEndedIsReadAlthoughTheRestCannotBeWritten() {
    ask("POST", true);
    channel.pipeline().fireExceptionCaught(new IOException("Broken pipe"));
    comes("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig");
    assertThat(told).containsExactly("answered 413", "data big", "ended");
    assertThat(pool).doesNotContain("idle");
    assertThat(channel.isActive()).isFalse();
  }

  @Test
  void anAnswerThatIsNotWholeWhenTheConnectionEndsHasFailed() {
    ask("POST", true);
    comes("HTTP/1.1 413 Too Large\r\nContent-Length: 30\r\n\r\nbig");
    channel.close();
    channel.runPendingTasks();
    assertThat(told).contains("failed CONNECTION_LOST").doesNotContain("ended");
  }

  @Test
  void aMalformedAnswerSaysWhatIsWrongWithIt() {
    ask("GET", false);
    comes("HTTP/1.1 200 OK\nContent-Length: 0\n\n");
    assertThat(told).containsExactly("failed MALFORMED", "a line ends in a bare LF");
  }

  @Test
  void anAnswerHasALimitedNumberOfFields() {
    ask("GET", false);
    comes("HTTP/1.1 200 OK\r\n" + "a: b\r\n".repeat(1_001) + "\r\n");
    assertThat(told).startsWith("failed MALFORMED");
  }

  @ParameterizedTest
  @CsvSource({"POST, true", "PUT, true", "PATCH, true", "GET, false", "DELETE, false"})
  void whereABodyIsExpectedItIsSaidThatThereIsNone(String method, boolean said) {
    ask(method, false);
    assertThat(sent().contains("content-length: 0\r\n")).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "timeout=5, 4000",
    "'timeout=5, max=100', 4000",
    "'max=100, Timeout=5', 4000",
    "timeout=1, 500",
    "timeout=0, 0"
  })
  void aNodeIsBelievedHowLongItKeepsAConnection(String said, long millis) {
    ask("GET", false);
    comes("HTTP/1.1 204 No Content\r\nKeep-Alive: " + said + "\r\n\r\n");
    assertThat(TimeUnit.NANOSECONDS.toMillis(connection.idleLimitNanos())).isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Keep-Alive: x", "Keep-Alive: timeout=-1", "Keep-Alive: timeout=", "X: y"})
  void aNodeThatSaysNothingUsableHasSaidNothing(String field) {
    ask("GET", false);
    comes("HTTP/1.1 204 No Content\r\n" + field + "\r\n\r\n");
    assertThat(connection.idleLimitNanos()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aRequestBodyThatHasNotTheLengthItsHeadSaysEndsTheConnection() {
    connection.open(listener);
    Headers headers = new Headers();
    headers.add(io.weir.dataplane.http.HeaderName.CONTENT_LENGTH, "5");
    stream.sendHead(new NodeRequest("PUT", "/", "node", "http", headers, true, false, null), false);
    stream.sendData(Unpooled.copiedBuffer("hell", ISO_8859_1), true);
    channel.runPendingTasks();
    assertThat(told).startsWith("failed CONNECTION_LOST");
    assertThat(channel.isActive()).isFalse();
  }
}
