package io.weir.dataplane.forward;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may ask of one connection, in bytes and in time; what is within works. */
@Tag("slow")
class ClientLimitsTest {
  private static final int LINE = 1_000;
  private static final int HEADERS = 2_000;
  private static final int COUNT = 20;
  private static final int BODY = 10_000;
  private static final int NEVER = 600_000;

  private final FakeUpstream node = FakeUpstream.http();
  private Gateway gateway = Gateway.of(TestOptions.limits(patient()), node);

  @AfterEach
  void close() {
    gateway.close();
    node.close();
  }

  private static HttpLimits patient() {
    return times(NEVER, NEVER, NEVER);
  }

  private static HttpLimits times(int head, int body, int keepAlive) {
    return new HttpLimits(LINE, HEADERS, COUNT, BODY, head, body, keepAlive, 100, 200);
  }

  private void limit(HttpLimits limits) {
    gateway.close();
    gateway = Gateway.of(TestOptions.limits(limits), node);
  }

  /** The answer to a request after which the connection ends. */
  private Answer last(String request) throws IOException {
    try (Client client = gateway.client()) {
      Answer answer = client.call(request);
      assertThat(client.ended()).isTrue();
      return answer;
    }
  }

  private String line(int length) {
    int rest = length - "GET /release/pets? HTTP/1.1".length();
    return gateway.head("GET", "/release/pets?" + "q".repeat(rest)) + "\n";
  }

  /** A head whose lines behind the first have so many bytes, line breaks and the end included. */
  private String headers(int bytes) {
    String head = gateway.head("GET", "/release/pets");
    int have = head.length() - head.indexOf('\n') - 1 + 1;
    return head + "X-A: " + "a".repeat(bytes - have - "X-A: ".length() - 4) + "\n\n";
  }

  @Test
  void aRequestLineUpToTheLimitIsServed() throws IOException {
    try (Client client = gateway.client()) {
      assertThat(client.call(line(LINE - 2)).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {LINE + 1, 3 * LINE, 100_000})
  void aLongerRequestLineIs414(int length) throws IOException {
    assertThat(last(line(length)).status()).isEqualTo(414);
    assertThat(node.count()).isZero();
  }

  @Test
  void anEndlessRequestLineIs414() throws IOException {
    assertThat(last("GET /" + "a".repeat(LINE + HEADERS)).status()).isEqualTo(414);
  }

  @Test
  void aHeaderSectionUpToTheLimitIsServed() throws IOException {
    try (Client client = gateway.client()) {
      assertThat(client.call(headers(HEADERS)).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {HEADERS + 10, 2 * HEADERS, 100_000})
  void aLargerHeaderSectionIs431(int bytes) throws IOException {
    assertThat(last(headers(bytes)).status()).isEqualTo(431);
    assertThat(node.count()).isZero();
  }

  @Test
  void anEndlessHeaderIs431() throws IOException {
    String endless = gateway.head("GET", "/release/pets") + "X-A: " + "a".repeat(LINE + HEADERS);
    assertThat(last(endless).status()).isEqualTo(431);
  }

  @Test
  void headersUpToTheLimitAreServed() throws IOException {
    try (Client client = gateway.client()) {
      String head = gateway.head("GET", "/release/pets") + "X: 1\n".repeat(COUNT - 1) + "\n";
      assertThat(client.call(head).status()).isEqualTo(200);
    }
  }

  @Test
  void moreHeadersAre431() throws IOException {
    String head = gateway.head("GET", "/release/pets") + "X: 1\n".repeat(COUNT) + "\n";
    assertThat(last(head).status()).isEqualTo(431);
    assertThat(node.count()).isZero();
  }

  @Test
  void moreTrailersThanHeadersAreAllowedAre431() throws IOException {
    Answer answer =
        last(
            gateway.head("POST", "/release/pets")
                + "Transfer-Encoding: chunked\n\n0\n"
                + "X: 1\n".repeat(COUNT + 1)
                + "\n");
    assertThat(answer.status()).isEqualTo(431);
  }

  @Test
  void aBodyUpToTheLimitIsServed() throws IOException {
    assertThat(gateway.call("POST", "/release/pets", "x".repeat(BODY)).status()).isEqualTo(200);
    assertThat(node.requests().getLast().body()).hasSize(BODY);
  }

  @Test
  void aBodyThatSaysItIsLargerIs413BeforeItComes() throws IOException {
    Answer answer =
        last(gateway.head("POST", "/release/pets") + "Content-Length: " + (BODY + 1) + "\n\n");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text()).contains("\"code\":\"BODY_TOO_LARGE\"");
    assertThat(node.count()).isZero();
  }

  @Test
  void aLargerBodyIsNotEvenAskedFor() throws IOException {
    Answer answer =
        last(
            gateway.head("POST", "/release/pets")
                + "Expect: 100-continue\nContent-Length: 999999\n\n");
    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void aChunkedBodyThatTurnsOutLargerIs413() throws IOException {
    String chunk = "3e8\n" + "x".repeat(1_000) + "\n";
    Answer answer =
        last(
            gateway.head("POST", "/release/pets")
                + "Transfer-Encoding: chunked\n\n"
                + chunk.repeat(BODY / 1_000 + 1)
                + "0\n\n");
    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void aClientThatSendsAllOfATooLargeBodyReadsTheAnswer() throws IOException {
    for (int i = 0; i < 20; i++) {
      Answer answer =
          last(
              gateway.head("POST", "/release/pets")
                  + "Content-Length: 300000\n\n"
                  + "x".repeat(300_000));
      assertThat(answer.status()).isEqualTo(413);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"GET", "GET /release/pets HTTP/1.1\\n", "GET / HTTP/1.1\\nHost: a\\nX-A: b"})
  void aHeadThatDoesNotCompleteIs408(String beginning) throws IOException {
    limit(times(300, NEVER, NEVER));
    assertThat(last(beginning.replace("\\n", "\n")).status()).isEqualTo(408);
  }

  /** A drop now and then does not buy more time for the whole head. */
  @Test
  void aHeadThatDripsIs408() throws Exception {
    limit(times(500, NEVER, NEVER));
    try (Client client = gateway.client()) {
      Thread drip = Thread.ofVirtual().unstarted(() -> drip(client));
      client.send(gateway.head("GET", "/release/pets"));
      drip.start();
      assertThat(client.read(false).status()).isEqualTo(408);
      drip.join();
    }
    assertThat(node.count()).isZero();
  }

  private static void drip(Client client) {
    try {
      while (true) {
        client.send("X: 1\n");
        Thread.sleep(100);
      }
    } catch (IOException | InterruptedException cutOff) {
      // that is the point
    }
  }

  @Test
  void aBodyThatStandsStillIs408() throws IOException {
    limit(times(NEVER, 300, NEVER));
    Answer answer = last(gateway.head("POST", "/release/pets") + "Content-Length: 10\n\nhello");
    assertThat(answer.status()).isEqualTo(408);
    await().untilAsserted(() -> assertThat(node.openConnections()).isZero());
  }

  @Test
  void aBodyThatTheNodeHoldsUpIsNotTheClientsFault() throws Exception {
    limit(new HttpLimits(LINE, HEADERS, COUNT, 0, NEVER, 200, NEVER, 100, 200));
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
    int size = 30_000_000;
    try (Client client = gateway.client()) {
      Thread sender =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      client.send(
                          gateway.head("POST", "/release/pets")
                              + "Content-Length: "
                              + size
                              + "\n\n");
                      client.send(new byte[size]);
                    } catch (IOException e) {
                      throw new AssertionError(e);
                    }
                  });
      await().until(() -> node.count() == 1);
      // longer than the client would be waited for
      Thread.sleep(600);
      goOn.countDown();
      assertThat(client.read(false).text()).isEqualTo(Integer.toString(size));
      sender.join();
    }
  }

  @Test
  void anIdleConnectionEnds() throws IOException {
    limit(times(NEVER, NEVER, 200));
    try (Client client = gateway.client()) {
      assertThat(client.call(gateway.head("GET", "/release/pets") + "\n").status()).isEqualTo(200);
      assertThat(client.ended()).isTrue();
    }
  }

  @Test
  void aConnectionThatNeverSaysAnythingEnds() throws IOException {
    limit(times(NEVER, NEVER, 200));
    try (Client client = gateway.client()) {
      assertThat(client.ended()).isTrue();
    }
  }

  @Test
  void emptyLinesDoNotKeepAConnectionAlive() throws Exception {
    limit(times(NEVER, NEVER, 500));
    try (Client client = gateway.client()) {
      Thread lines = Thread.ofVirtual().start(() -> lines(client));
      assertThat(client.in().readAllBytes()).isEmpty();
      lines.join();
    } catch (SocketException reset) {
      // an end as well
    }
  }

  private static void lines(Client client) {
    try {
      while (true) {
        client.send("\n");
        Thread.sleep(50);
      }
    } catch (IOException | InterruptedException cutOff) {
      // that is the point
    }
  }

  @Test
  void connectionsBeyondTheMostAreClosedAndThoseWithinServed() throws IOException {
    gateway.close();
    gateway = Gateway.of(TestOptions.maxConnections(3), node);
    List<Client> open = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        Client client = gateway.client();
        open.add(client);
        assertThat(client.call(gateway.head("GET", "/release/pets") + "\n").status())
            .isEqualTo(200);
      }
      try (Client more = gateway.client()) {
        assertThat(more.ended()).isTrue();
      }
      for (Client client : open) {
        assertThat(client.call(gateway.head("GET", "/release/pets") + "\n").status())
            .isEqualTo(200);
      }
      open.removeFirst().close();
      await().until(this::served);
    } finally {
      for (Client client : open) {
        client.close();
      }
    }
  }

  private boolean served() {
    try {
      return gateway.get("/release/pets").status() == 200;
    } catch (IOException refused) {
      return false;
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInTheirOrder() throws IOException {
    node.behave(request -> Reply.text(200, request.target() + request.text()));
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      String target = i % 7 == 6 ? "/nowhere?" + i : "/release/pets?" + i;
      all.append(gateway.head(i % 3 == 0 ? "POST" : "GET", target));
      all.append(i % 3 == 0 ? "Content-Length: 4\n\nbody" : "\n");
    }
    try (Client client = gateway.client()) {
      client.send(all.toString());
      for (int i = 0; i < 100; i++) {
        Answer answer = client.read(false);
        if (i % 7 == 6) {
          assertThat(answer.status()).isEqualTo(404);
        } else {
          assertThat(answer.text()).isEqualTo("/pets?" + i + (i % 3 == 0 ? "body" : ""));
        }
      }
    }
  }

  @Test
  void moreIsPipelinedThanIsHeld() throws Exception {
    limit(new HttpLimits(LINE, HEADERS, COUNT, 0, NEVER, NEVER, NEVER, 100, 200));
    String request = gateway.head("GET", "/release/pets") + "X-A: " + "a".repeat(1_500) + "\n\n";
    node.behave(_ -> Reply.text(200, "ok"));
    int requests = 500;
    try (Client client = gateway.client()) {
      Thread sender =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      client.send(request.repeat(requests));
                    } catch (IOException e) {
                      throw new AssertionError(e);
                    }
                  });
      for (int i = 0; i < requests; i++) {
        assertThat(client.read(false).text()).isEqualTo("ok");
      }
      sender.join();
    }
  }

  @Test
  void requestsThatComeByteByByteAreUnderstood() throws IOException {
    String requests =
        "\n"
            + gateway.head("GET", "/release/pets")
            + "X-A: 1\n\n"
            + gateway.head("POST", "/release/pets")
            + "Content-Length: 5\n\nhello"
            + gateway.head("POST", "/release/pets")
            + "Transfer-Encoding: chunked\n\n3;x=y\nabc\n2\nde\n0\nX-T: 1\n\n";
    try (Client client = gateway.client()) {
      for (byte one : requests.replace("\n", "\r\n").getBytes(ISO_8859_1)) {
        client.send(new byte[] {one});
      }
      for (int i = 0; i < 3; i++) {
        assertThat(client.read(false).status()).isEqualTo(200);
      }
    }
    assertThat(node.requests()).extracting(r -> r.text()).containsExactly("", "hello", "abcde");
  }

  @Test
  void responsesThatComeByteByByteAreUnderstood() throws IOException {
    Map<String, String> responses = new TreeMap<>();
    responses.put("/pets?1", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
    responses.put(
        "/pets?2",
        "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\nX-T: 1\r\n\r\n");
    responses.put("/pets?3", "HTTP/1.0 200 OK\r\n\r\nhello");
    node.behave(
        request -> new Reply.Dripping(responses.get(request.target()).getBytes(ISO_8859_1)));
    try (Client client = gateway.client()) {
      for (int i = 1; i <= 3; i++) {
        client.send(gateway.head("GET", "/release/pets?" + i) + "\n");
        Answer answer = client.read(false);
        if (answer.status() == 103) {
          answer = client.read(false);
        }
        assertThat(answer.text()).isEqualTo("hello");
      }
    }
  }

  @Test
  void aResponseHeadOfManyHeadersPasses() throws IOException {
    Reply.Response response = Reply.text(200, "ok");
    for (int i = 0; i < 300; i++) {
      response = response.with("X-" + i, "v".repeat(100));
    }
    Reply.Response many = response;
    node.behave(_ -> many);
    Answer answer = gateway.get("/release/pets");
    assertThat(answer.text()).isEqualTo("ok");
    assertThat(answer.header("x-299")).hasSize(100);
  }
}
