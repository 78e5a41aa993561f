package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.Http2Peer;
import io.weir.dataplane.support.Http2Peer.Frame;
import io.weir.dataplane.support.Passage;
import io.weir.dataplane.support.Passage.Version;
import io.weir.dataplane.support.TestOptions;
import io.weir.testing.event.EventMother;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the gateway answers itself, and those that must not travel for ever. */
class FinalRecipientTest {
  private static final String ALLOWED = "GET, HEAD, POST, PUT, DELETE, PATCH, OPTIONS";

  private final FakeUpstream node = FakeUpstream.http();
  private final Gateway gateway = Gateway.of(node);

  @AfterEach
  void close() {
    gateway.close();
    node.close();
  }

  private Answer call(String method, String target, String headers) throws IOException {
    try (Client client = gateway.client()) {
      return client.call(gateway.head(method, target) + headers + "\n");
    }
  }

  private Frame callHttp2(String method, String path, String... more) throws Exception {
    try (Http2Peer client = Http2Peer.connect(gateway.port())) {
      String[] fields = {
        ":method", method, ":scheme", "http", ":path", path, ":authority", gateway.host()
      };
      String[] all = Arrays.copyOf(fields, fields.length + more.length);
      System.arraycopy(more, 0, all, fields.length, more.length);
      client.headers(1, Http2Peer.END_STREAM, all);
      return client.await(Http2Peer.HEADERS);
    }
  }

  @Test
  void optionsOfTheServerAreThoseOfTheGateway() throws Exception {
    for (String target : new String[] {"*", "http://" + gateway.host(), "https://shop.example"}) {
      Answer answer = call("OPTIONS", target, "");
      assertThat(answer.status()).as(target).isEqualTo(204);
      assertThat(answer.header("allow")).isEqualTo(ALLOWED);
      assertThat(answer.header("date")).isNotNull();
      assertThat(answer.header("weir-request-id")).isNotNull();
    }
    assertThat(callHttp2("OPTIONS", "*").fields())
        .containsEntry(":status", "204")
        .containsEntry("allow", ALLOWED);
    assertThat(node.count()).isZero();
  }

  @Test
  void optionsOfAPathAreThoseOfTheNode() throws IOException {
    assertThat(call("OPTIONS", "/release/pets", "").status()).isEqualTo(200);
    assertThat(call("OPTIONS", "http://" + gateway.host() + "/", "").status()).isEqualTo(404);
    assertThat(node.count()).isOne();
  }

  @Test
  void aConnectionIsUsableAfterOptionsOfTheServer() throws IOException {
    try (Client client = gateway.client()) {
      String head = gateway.head("OPTIONS", "*");
      assertThat(client.call(head + "Content-Length: 5\n\nhello").status()).isEqualTo(204);
      assertThat(client.call(gateway.head("GET", "/release/pets") + "\n").status()).isEqualTo(200);
    }
  }

  @Test
  void aRequestWithNoHopLeftIsAnsweredHere() throws Exception {
    Answer options = call("OPTIONS", "/release/pets", "Max-Forwards: 0\n");
    assertThat(options.status()).isEqualTo(204);
    assertThat(options.header("allow")).isEqualTo(ALLOWED);
    Answer trace = call("TRACE", "/release/pets", "Max-Forwards: 0\nCookie: secret=1\n");
    assertThat(trace.status()).isEqualTo(405);
    assertThat(trace.header("allow")).isEqualTo(ALLOWED);
    assertThat(trace.text()).contains("METHOD_NOT_SUPPORTED").doesNotContain("secret");
    assertThat(callHttp2("OPTIONS", "/release/pets", "max-forwards", "0").status())
        .isEqualTo("204");
    assertThat(callHttp2("TRACE", "/release/pets", "max-forwards", "0").status()).isEqualTo("405");
    assertThat(node.count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "OPTIONS, 1, 0",
    "TRACE, 5, 4",
    "TRACE, 007, 6",
    "GET, 5, 5",
    "GET, 0, 0",
    "OPTIONS, x, x"
  })
  void everyHopCounts(String method, String given, String sent) throws Exception {
    for (Version client : Version.values()) {
      for (Version at : Version.values()) {
        Map<String, String> request =
            new Passage(client, at, "max-forwards", given)
                .pass(TestOptions.usual(), method, new String[0], new String[0], new String[0])
                .request();
        assertThat(request).containsEntry("max-forwards", sent);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.example:443", "/release/pets"})
  void connectIsRefusedWithWhatIsAllowed(String target) throws IOException {
    try (Client client = gateway.client()) {
      Answer answer = client.call("CONNECT " + target + " HTTP/1.1\nHost: shop.example\n\n");
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.header("allow")).isEqualTo(ALLOWED);
      assertThat(client.ended()).isTrue();
    }
  }

  @Test
  void aGatewayThatIsItsOwnNodeNoticesAfterAFewLaps() throws IOException {
    gateway.api("/again", "/release/again", null, 5_000);
    gateway.hostHeader(gateway.host());
    gateway.nodes(EventMother.node(gateway.port(), 1));
    Answer answer = gateway.get("/release/again");
    assertThat(answer.status()).isEqualTo(508);
    assertThat(answer.text()).contains("LOOP_DETECTED");
    assertThat(gateway.traffic().attempts()).isEqualTo(3);
    assertThat(gateway.traffic().failures()).containsEntry("LOOP_DETECTED", 1L);
  }

  @Test
  void anUpstreamMayBeAnotherApiOfTheSameGateway() throws IOException {
    try (FakeUpstream front = FakeUpstream.http();
        Gateway outer = Gateway.of(front)) {
      outer.hostHeader(gateway.host());
      outer.nodes(EventMother.node(gateway.port(), 1));
      outer.api("/twice", "/release/pets", null, 5_000);
      node.behave(request -> Reply.text(200, request.header("via").orElseThrow()));
      // in one process, both are one gateway
      Answer answer = outer.get("/release/twice");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).matches("1\\.1 (weir-[0-9a-f]{8}), 1\\.1 \\1");
    }
  }

  @Test
  void aRowOfDifferentGatewaysIsNoLoopUntilItIsEndless() throws IOException {
    StringBuilder via = new StringBuilder("1.1 weir-00000001");
    for (int i = 2; i <= 15; i++) {
      via.append(", 2 weir-0000000").append(Integer.toHexString(i));
    }
    assertThat(call("GET", "/release/pets", "Via: " + via + "\n").status()).isEqualTo(200);
    assertThat(call("GET", "/release/pets", "Via: " + via + "\nVia: 1.0 weir-1\n").status())
        .isEqualTo(508);
    String others = "1.1 weirdo, ".repeat(40) + "1.1 front (weir-1)";
    assertThat(call("GET", "/release/pets", "Via: " + others + "\n").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"HTTP_1,HTTP_1", "HTTP_1,HTTP_2", "HTTP_2,HTTP_1", "HTTP_2,HTTP_2"})
  void viaSaysInWhichVersionAMessageCame(Version client, Version at) throws Exception {
    Passage.Passed passed = new Passage(client, at).get(TestOptions.usual());
    String name = " weir-[0-9a-f]{8}";
    assertThat(passed.request().get("via")).matches(number(client) + name);
    assertThat(passed.response().get("via")).matches(number(at) + name);
  }

  private static String number(Version version) {
    return version == Version.HTTP_2 ? "2" : "1\\.1";
  }

  @Test
  void viaSaysSoOfHttp10Too() throws IOException {
    node.behave(_ -> new Reply.Raw("HTTP/1.0 200 OK\r\n\r\nok".getBytes()));
    try (Client client = gateway.client()) {
      Answer answer =
          client.call(gateway.head("GET", "/release/pets").replace("HTTP/1.1", "HTTP/1.0") + "\n");
      assertThat(answer.header("via")).startsWith("1.0 weir-");
    }
    assertThat(node.requests().getLast().header("via").orElseThrow()).startsWith("1.0 weir-");
  }
}
