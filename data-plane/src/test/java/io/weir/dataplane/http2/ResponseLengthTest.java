package io.weir.dataplane.http2;

import static io.weir.dataplane.support.Http2Peer.HEADERS;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http2.TestedNodeConnection.Call;
import io.weir.dataplane.http2.Wholeness.Body;
import io.weir.dataplane.support.Http2Peer;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A response of a node is whole only if its DATA are as long as it says. */
class ResponseLengthTest {
  /** What a response answers, and its status: some have no body whatever their length says. */
  private record Kind(String method, String status, boolean bodiless) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("GET", "200", false),
          new Kind("POST", "404", false),
          new Kind("HEAD", "200", true),
          new Kind("GET", "204", true),
          new Kind("GET", "304", true));

  @ParameterizedTest(name = "{0}, {1} bytes at once")
  @CsvSource({"CLEAR, 1000000", "CLEAR, 1", "TLS, 1000000", "TLS, 7"})
  void onlyWhatAddsUpEnds(Encryption wire, int atOnce) throws Exception {
    try (ServerSocket listener = wire.listen();
        NodeLink both = NodeLink.of(wire, listener)) {
      TestedNodeConnection client = both.client();
      Http2Peer node = both.node();
      node.splitInto(atOnce);
      int stream = 1;
      for (Kind kind : KINDS) {
        for (Body body : Wholeness.bodies()) {
          Call call = client.ask(kind.method());
          node.await(HEADERS);
          answer(node, stream, kind, body);
          await(kind + " " + body).pollDelay(ZERO).pollInterval(ofMillis(1)).until(call::isOver);
          check(kind, body, call);
          stream += 2;
        }
      }
      assertThat(client.onLoop(client.connection::isUsable)).isTrue();
    }
  }

  private static void answer(Http2Peer node, int stream, Kind kind, Body body) throws IOException {
    node.together(
        () -> {
          String[] head =
              body.length() < 0
                  ? new String[] {":status", kind.status()}
                  : new String[] {
                    ":status", kind.status(), "content-length", Integer.toString(body.length())
                  };
          body.send(node, stream, head);
        });
  }

  private static void check(Kind kind, Body body, Call call) {
    boolean whole = kind.bodiless() ? body.bytes() == 0 : body.addsUp();
    String answered = "answered " + kind.status();
    if (whole) {
      assertThat(call.events).as("%s %s", kind, body).containsExactly(answered, "ended");
      assertThat(call.bytes).as("%s %s", kind, body).hasValue(body.bytes());
      assertThat(call.head.contentLength())
          .as("%s %s", kind, body)
          .isIn(body.isHeadOnly() ? 0L : body.bytes(), RequestHead.UNKNOWN);
      assertThat(call.head.hasBody()).as("%s %s", kind, body).isEqualTo(!body.isHeadOnly());
    } else if (body.isHeadOnly()) {
      assertThat(call.events).as("%s %s", kind, body).containsExactly("MALFORMED");
    } else {
      assertThat(call.events).as("%s %s", kind, body).containsExactly(answered, "MALFORMED");
      assertThat(call.bytes.get())
          .as("%s %s: nobody who counts takes it as whole", kind, body)
          .isLessThan(kind.bodiless() ? 1 : Math.max(1, body.length()));
    }
  }
}
