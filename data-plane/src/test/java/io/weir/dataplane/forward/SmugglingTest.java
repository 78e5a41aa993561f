package io.weir.dataplane.forward;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.weir.dataplane.support.Answer;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import io.weir.testing.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A request that two readers could understand differently is refused, and the connection with it:
 * no node sees it, and what follows it is never read as a request. The forms are those of RFC 9112,
 * chapter 11, and of what has gone wrong in servers and proxies since.
 */
class SmugglingTest {
  private static final String SMUGGLED =
      "GET /release/pets?smuggled HTTP/1.1\r\nHost: HOST\r\n\r\n";

  private static FakeUpstream node;
  private static Gateway gateway;

  private final List<String> understood = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void open() {
    node = FakeUpstream.http();
    gateway = Gateway.of(node);
  }

  @AfterAll
  static void close() {
    gateway.close();
    node.close();
  }

  @BeforeEach
  void noteWhatANodeUnderstands() {
    node.behave(
        request -> {
          try {
            understood.add(request.method() + " " + request.target() + " " + request.text());
          } catch (UncheckedIOException brokenOff) {
            return new Reply.Close();
          }
          return Reply.text(200, "fine");
        });
  }

  @AfterEach
  void forget() {
    node.forget();
  }

  private static byte[] raw(String request) {
    return request.replace("HOST", gateway.host()).getBytes(ISO_8859_1);
  }

  /** Everything the gateway says to bytes until it ends the connection. */
  private static String conversation(String request) throws IOException {
    try (Client client = gateway.client()) {
      client.send(raw(request));
      return new String(client.in().readAllBytes(), ISO_8859_1);
    }
  }

  private static Arguments post(int status, String name, String framing) {
    return post(status, name, framing, "5\r\nhello\r\n0\r\n\r\n");
  }

  private static Arguments post(int status, String name, String framing, String body) {
    return head(status, name, "POST /release/pets HTTP/1.1\r\nHost: HOST\r\n" + framing, body);
  }

  private static Arguments head(int status, String name, String head, String body) {
    return arguments(name, status, head + "\r\n" + body);
  }

  private static Arguments get(int status, String name, String head) {
    return arguments(name, status, head);
  }

  static Stream<Arguments> ambiguousFraming() {
    return Stream.of(
        post(400, "CL then TE", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"),
        post(400, "TE then CL", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"),
        post(400, "TE and CL 0", "Transfer-Encoding: chunked\r\nContent-Length: 0\r\n"),
        post(400, "CL in other case and TE", "cOnTENT-lENGTH: 5\r\ntRANSFER-eNCODING: chunked\r\n"),
        post(400, "two CL, same", "Content-Length: 5\r\nContent-Length: 5\r\n"),
        post(400, "two CL, different", "Content-Length: 5\r\nContent-Length: 6\r\n"),
        post(400, "two CL, one zero", "Content-Length: 0\r\nContent-Length: 5\r\n"),
        post(400, "CL list, same", "Content-Length: 5, 5\r\n"),
        post(400, "CL list, different", "Content-Length: 5, 6\r\n"),
        post(400, "CL plus", "Content-Length: +5\r\n"),
        post(400, "CL minus", "Content-Length: -5\r\n"),
        post(400, "CL minus zero", "Content-Length: -0\r\n"),
        post(400, "CL hexadecimal", "Content-Length: 0x5\r\n"),
        post(400, "CL exponent", "Content-Length: 5e0\r\n"),
        post(400, "CL fraction", "Content-Length: 5.0\r\n"),
        post(400, "CL underscore", "Content-Length: 1_0\r\n"),
        post(400, "CL with space inside", "Content-Length: 1 0\r\n"),
        post(400, "CL empty", "Content-Length:\r\n"),
        post(400, "CL blank", "Content-Length:  \t \r\n"),
        post(400, "CL quoted", "Content-Length: \"5\"\r\n"),
        post(400, "CL beyond 64 bits", "Content-Length: 18446744073709551621\r\n"),
        post(400, "CL beyond 63 bits", "Content-Length: 9223372036854775808\r\n"),
        post(400, "CL with other digits", "Content-Length: \u00b2\r\n"),
        post(400, "CL with a form feed", "Content-Length: \f5\r\n"),
        post(400, "TE identity", "Transfer-Encoding: identity\r\n"),
        post(400, "TE identity and CL", "Transfer-Encoding: identity\r\nContent-Length: 5\r\n"),
        post(400, "TE twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
        post(
            400,
            "TE twice, one hidden",
            "Transfer-Encoding: chunked\r\nTransfer-encoding: cow\r\n"),
        post(400, "TE list", "Transfer-Encoding: chunked, chunked\r\n"),
        post(400, "TE chunked, identity", "Transfer-Encoding: chunked, identity\r\n"),
        post(400, "TE identity, chunked", "Transfer-Encoding: identity, chunked\r\n"),
        post(400, "TE gzip, chunked", "Transfer-Encoding: gzip, chunked\r\n"),
        post(400, "TE chunked, gzip", "Transfer-Encoding: chunked, gzip\r\n"),
        post(400, "TE gzip", "Transfer-Encoding: gzip\r\n"),
        post(400, "TE xchunked", "Transfer-Encoding: xchunked\r\n"),
        post(400, "TE chunkedx", "Transfer-Encoding: chunkedx\r\n"),
        post(400, "TE empty", "Transfer-Encoding:\r\n"),
        post(400, "TE comma", "Transfer-Encoding: ,chunked\r\n"),
        post(400, "TE quoted", "Transfer-Encoding: \"chunked\"\r\n"),
        post(400, "TE with parameter", "Transfer-Encoding: chunked;q=1\r\n"),
        post(400, "TE with vertical tab before", "Transfer-Encoding: \u000bchunked\r\n"),
        post(400, "TE with vertical tab behind", "Transfer-Encoding: chunked\u000b\r\n"),
        post(400, "TE with NUL", "Transfer-Encoding: chunked\u0000\r\n"),
        post(400, "TE with a Kelvin sign", "Transfer-Encoding: chun\u212aed\r\n"),
        head(
            400,
            "TE in HTTP/1.0",
            "POST /release/pets HTTP/1.0\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n",
            "0\r\n\r\n"));
  }

  static Stream<Arguments> malformedHeads() {
    String line = "GET /release/pets HTTP/1.1\r\n";
    String host = "Host: HOST\r\n";
    return Stream.of(
        get(400, "folded line", line + host + "X-A: 1\r\n folded\r\n\r\n"),
        get(400, "line folded with a tab", line + host + "X-A: 1\r\n\tfolded\r\n\r\n"),
        get(400, "first line folded", line + " X-A: 1\r\n" + host + "\r\n"),
        get(
            400,
            "TE on a folded line",
            "POST /release/pets HTTP/1.1\r\n" + host + "Transfer-Encoding:\r\n chunked\r\n\r\n"),
        get(400, "space before the colon", line + host + "X-A : 1\r\n\r\n"),
        get(400, "tab before the colon", line + host + "X-A\t: 1\r\n\r\n"),
        get(400, "space before the colon of CL", line + host + "Content-Length : 5\r\n\r\n"),
        get(
            400,
            "space before the colon of TE",
            line + host + "Transfer-Encoding : chunked\r\n\r\n"),
        get(400, "no colon", line + host + "X-A\r\n\r\n"),
        get(400, "no name", line + host + ": 1\r\n\r\n"),
        get(400, "space in a name", line + host + "X A: 1\r\n\r\n"),
        get(400, "slash in a name", line + host + "X/A: 1\r\n\r\n"),
        get(400, "parentheses in a name", line + host + "X(A): 1\r\n\r\n"),
        get(400, "control character in a name", line + host + "X-\u0001: 1\r\n\r\n"),
        get(400, "NUL in a name", line + host + "Transfer-Encoding\u0000: chunked\r\n\r\n"),
        get(400, "8-bit character in a name", line + host + "X-\u00e4: 1\r\n\r\n"),
        get(400, "NUL in a value", line + host + "X-A: 1\u00002\r\n\r\n"),
        get(400, "bare CR in a value", line + host + "X-A: 1\rX-B: 2\r\n\r\n"),
        get(400, "CR CR LF", line + host + "X-A: 1\r\r\n\r\n"),
        get(400, "DEL in a value", line + host + "X-A: \u007f\r\n\r\n"),
        get(400, "escape character in a value", line + host + "X-A: \u001b[0m\r\n\r\n"),
        get(400, "bare LF behind the request line", "GET /release/pets HTTP/1.1\n" + host + "\r\n"),
        get(400, "bare LF behind a header", line + "Host: HOST\n\r\n"),
        get(400, "bare LF as the empty line", line + host + "\n"),
        get(400, "bare LF everywhere", "GET /release/pets HTTP/1.1\nHost: HOST\n\n"),
        get(400, "bare CR as line end", line + "Host: HOST\rX-A: 1\r\n\r\n"),
        get(400, "bare CR in the request line", "GET /release/pets\r HTTP/1.1\r\n" + host + "\r\n"),
        get(400, "NUL in the request line", "GET /release/pets\u0000 HTTP/1.1\r\n" + host + "\r\n"),
        get(400, "Host missing", line + "X-A: 1\r\n\r\n"),
        get(400, "Host twice, same", line + host + host + "\r\n"),
        get(400, "Host twice, different", line + host + "Host: other\r\n\r\n"),
        get(400, "Host empty", line + "Host:\r\n\r\n"),
        get(400, "Host a list", line + "Host: HOST, other\r\n\r\n"),
        get(400, "Host with a space", line + "Host: HOST other\r\n\r\n"),
        get(400, "Host with a path", line + "Host: HOST/path\r\n\r\n"),
        get(400, "Host with user", line + "Host: user@HOST\r\n\r\n"),
        get(400, "Host with a fragment", line + "Host: HOST#f\r\n\r\n"),
        get(400, "Host with a query", line + "Host: HOST?q\r\n\r\n"),
        get(400, "Host with a backslash", line + "Host: HOST\\x\r\n\r\n"),
        get(400, "Host with 8-bit characters", line + "Host: HOST\u00e4\r\n\r\n"),
        get(
            400,
            "two spaces in the request line",
            "GET  /release/pets HTTP/1.1\r\n" + host + "\r\n"),
        get(400, "tab in the request line", "GET\t/release/pets HTTP/1.1\r\n" + host + "\r\n"),
        get(
            400,
            "two spaces before the version",
            "GET /release/pets  HTTP/1.1\r\n" + host + "\r\n"),
        get(400, "space behind the version", "GET /release/pets HTTP/1.1 \r\n" + host + "\r\n"),
        get(400, "space before the method", " GET /release/pets HTTP/1.1\r\n" + host + "\r\n"),
        get(400, "space in the target", "GET /release/pets x HTTP/1.1\r\n" + host + "\r\n"),
        get(400, "fragment in the target", "GET /release/pets#x HTTP/1.1\r\n" + host + "\r\n"),
        get(400, "no target", "GET HTTP/1.1\r\n" + host + "\r\n"),
        get(400, "no method", "/release/pets HTTP/1.1\r\n" + host + "\r\n"),
        get(400, "method with a colon", "GET: /release/pets HTTP/1.1\r\n" + host + "\r\n"),
        get(400, "relative target", "GET release/pets HTTP/1.1\r\n" + host + "\r\n"),
        get(400, "authority as target", "GET HOST HTTP/1.1\r\n" + host + "\r\n"),
        get(400, "absolute form, no host", "GET http:///release/pets HTTP/1.1\r\n" + host + "\r\n"),
        get(
            400,
            "absolute form with user",
            "GET http://user@HOST/release/pets HTTP/1.1\r\n" + host + "\r\n"),
        get(
            400,
            "absolute form, other scheme",
            "GET ftp://HOST/release/pets HTTP/1.1\r\n" + host + "\r\n"),
        get(400, "HTTP/0.9", "GET /release/pets\r\n\r\n"),
        get(505, "HTTP/0.9, named", "GET /release/pets HTTP/0.9\r\n" + host + "\r\n"),
        get(505, "HTTP/2.0", "GET /release/pets HTTP/2.0\r\n" + host + "\r\n"),
        get(505, "HTTP/3.0", "GET /release/pets HTTP/3.0\r\n" + host + "\r\n"),
        get(400, "HTTP/11", "GET /release/pets HTTP/11\r\n" + host + "\r\n"),
        get(400, "HTTP/1.10", "GET /release/pets HTTP/1.10\r\n" + host + "\r\n"),
        get(400, "HTTP/01.1", "GET /release/pets HTTP/01.1\r\n" + host + "\r\n"),
        get(400, "HTTP/1", "GET /release/pets HTTP/1\r\n" + host + "\r\n"),
        get(400, "http/1.1", "GET /release/pets http/1.1\r\n" + host + "\r\n"),
        get(400, "HTTPS/1.1", "GET /release/pets HTTPS/1.1\r\n" + host + "\r\n"),
        get(400, "bare LF before the request", "\n" + line + host + "\r\n"),
        get(400, "bare CR before the request", "\r" + line + host + "\r\n"),
        get(400, "TLS on the plain port", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n"),
        get(417, "another expectation", line + host + "Expect: 200-ok\r\n\r\n"),
        get(405, "CONNECT", "CONNECT HOST HTTP/1.1\r\n" + host + "\r\n"),
        get(405, "CONNECT of a path", "CONNECT /release/pets HTTP/1.1\r\n" + host + "\r\n"),
        get(400, "star without OPTIONS", "GET * HTTP/1.1\r\n" + host + "\r\n"),
        get(400, "star and more", "OPTIONS */x HTTP/1.1\r\n" + host + "\r\n"),
        get(400, "star of no host", "OPTIONS * HTTP/1.1\r\nHost: a/b\r\n\r\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"ambiguousFraming", "malformedHeads"})
  void isRefusedAndEndsTheConnection(String name, int status, String request) throws IOException {
    String answers = conversation(request + SMUGGLED);
    assertThat(answers).startsWith("HTTP/1.1 " + status + " ").containsOnlyOnce("HTTP/1.1");
    assertThat(answers).containsIgnoringCase("\r\nconnection: close\r\n");
    assertThat(node.requests()).isEmpty();
  }

  static Stream<Arguments> malformedChunks() {
    return Stream.of(
        arguments("bare LF behind the size", "5\nhello\r\n0\r\n\r\n"),
        arguments("bare CR behind the size", "5\rhello\r\n0\r\n\r\n"),
        arguments("nothing behind the data", "5\r\nhello0\r\n\r\n"),
        arguments("bare LF behind the data", "5\r\nhello\n0\r\n\r\n"),
        arguments("bare CR behind the data", "5\r\nhello\r0\r\n\r\n"),
        arguments("more data than said", "4\r\nhello\r\n0\r\n\r\n"),
        arguments("less data than said", "6\r\nhello\r\n0\r\n\r\n"),
        arguments("size with plus", "+5\r\nhello\r\n0\r\n\r\n"),
        arguments("size with minus", "-5\r\nhello\r\n0\r\n\r\n"),
        arguments("size with 0x", "0x5\r\nhello\r\n0\r\n\r\n"),
        arguments("size with space before", " 5\r\nhello\r\n0\r\n\r\n"),
        arguments("size with space behind", "5 \r\nhello\r\n0\r\n\r\n"),
        arguments("size with tab behind", "5\t\r\nhello\r\n0\r\n\r\n"),
        arguments("space within the size", "1 0;a=b\r\nhello\r\n0\r\n\r\n"),
        arguments("space and no size", " ;a=b\r\nhello\r\n0\r\n\r\n"),
        arguments("endless space behind the size", "5" + " ".repeat(100_000) + ";\r\nhello\r\n"),
        arguments("size with underscore", "0_5\r\nhello\r\n0\r\n\r\n"),
        arguments("size of other letters", "g\r\nhello\r\n0\r\n\r\n"),
        arguments("size with NUL", "5\u0000\r\nhello\r\n0\r\n\r\n"),
        arguments("size beyond 64 bits", "10000000000000005\r\nhello\r\n0\r\n\r\n"),
        arguments("size of 2^63", "8000000000000000\r\nhello\r\n0\r\n\r\n"),
        arguments("endless zeros", "0".repeat(100_000) + "5\r\nhello\r\n0\r\n\r\n"),
        arguments("no size", "\r\nhello\r\n0\r\n\r\n"),
        arguments("no size but an extension", ";a=b\r\nhello\r\n0\r\n\r\n"),
        arguments("extension ended by LF", "5;a=b\nhello\r\n0\r\n\r\n"),
        arguments("extension with bare CR", "5;a\rb\r\nhello\r\n0\r\n\r\n"),
        arguments("extension with NUL", "5;a\u0000\r\nhello\r\n0\r\n\r\n"),
        arguments("huge extension", "5;" + "a".repeat(100_000) + "\r\nhello\r\n0\r\n\r\n"),
        arguments("bare LF behind the last chunk", "5\r\nhello\r\n0\n\r\n"),
        arguments("bare LF as the end", "5\r\nhello\r\n0\r\n\n"),
        arguments("trailer with bare LF", "5\r\nhello\r\n0\r\nX-A: 1\n\r\n"),
        arguments("trailer with bare CR", "5\r\nhello\r\n0\r\nX-A: 1\rX-B: 2\r\n\r\n"),
        arguments("trailer folded", "5\r\nhello\r\n0\r\nX-A: 1\r\n 2\r\n\r\n"),
        arguments("trailer without colon", "5\r\nhello\r\n0\r\nGET /release/pets HTTP\r\n\r\n"),
        arguments("trailer with space before colon", "5\r\nhello\r\n0\r\nX-A : 1\r\n\r\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformedChunks")
  void aChunkedBodyIsNeverCompleteBeforeItIsUnderstood(String name, String body)
      throws IOException {
    String answers =
        conversation(
            "POST /release/pets HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n"
                + body
                + SMUGGLED);
    assertThat(answers).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.1");
    assertThat(understood).isEmpty();
  }

  @Test
  void trailersLargerThanAHeadAreRefused() throws IOException {
    String answers =
        conversation(
            "POST /release/pets HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5\r\nhello\r\n0\r\nX-A: "
                + "a".repeat(100_000)
                + "\r\n\r\n"
                + SMUGGLED);
    assertThat(answers).startsWith("HTTP/1.1 431 ").containsOnlyOnce("HTTP/1.1");
    assertThat(understood).isEmpty();
  }

  static Stream<Arguments> wellFormed() {
    String host = "Host: HOST\r\n";
    String get = "GET /release/pets HTTP/1.1\r\n" + host;
    String chunked =
        "POST /release/pets HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n";
    return Stream.of(
        arguments("plain", get + "\r\n", "GET /pets "),
        arguments("empty lines before", "\r\n\r\n" + get + "\r\n", "GET /pets "),
        arguments("HTTP/1.2", "GET /release/pets HTTP/1.2\r\n" + host + "\r\n", "GET /pets "),
        arguments("no space behind the colon", get + "X-A:1\r\n\r\n", "GET /pets "),
        arguments("tabs around a value", get + "X-A:\t1\t\r\n\r\n", "GET /pets "),
        arguments("empty value", get + "X-A:\r\n\r\n", "GET /pets "),
        arguments("8-bit value", get + "X-A: \u00e4\r\n\r\n", "GET /pets "),
        arguments("GET with a body", get + "Content-Length: 5\r\n\r\nhello", "GET /pets hello"),
        arguments("length 0", get + "Content-Length: 0\r\n\r\n", "GET /pets "),
        arguments("length with zeros", get + "Content-Length: 005\r\n\r\nhello", "GET /pets hello"),
        arguments(
            "unknown method", "BREW /release/pets HTTP/1.1\r\n" + host + "\r\n", "BREW /pets "),
        arguments(
            "method in lower case", "get /release/pets HTTP/1.1\r\n" + host + "\r\n", "get /pets "),
        arguments("TRACE", "TRACE /release/pets HTTP/1.1\r\n" + host + "\r\n", "TRACE /pets "),
        arguments("chunked", chunked + "5\r\nhello\r\n0\r\n\r\n", "POST /pets hello"),
        arguments(
            "Chunked in other case",
            chunked.replace("chunked", "CHUNKED") + "5\r\nhello\r\n0\r\n\r\n",
            "POST /pets hello"),
        arguments("chunk extension", chunked + "5;a=b\r\nhello\r\n0;c\r\n\r\n", "POST /pets hello"),
        arguments(
            "size in capitals and zeros",
            chunked + "00A\r\nhellohello\r\n000\r\n\r\n",
            "POST /pets hellohello"),
        arguments(
            "absolute form, whatever Host says",
            "GET http://HOST/release/pets HTTP/1.1\r\nHost: other.example\r\n\r\n",
            "GET /pets "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wellFormed")
  void whatIsPlainPassesAndTheConnectionGoesOn(String name, String request, String expected)
      throws IOException {
    try (Client client = gateway.client()) {
      client.send(raw(request + SMUGGLED));
      assertThat(client.read(false).status()).isEqualTo(200);
      assertThat(client.read(false).status()).isEqualTo(200);
    }
    assertThat(understood).containsExactly(expected, "GET /pets?smuggled ");
  }

  @Test
  void framingInTrailersIsDropped() throws IOException {
    try (Client client = gateway.client()) {
      client.send(
          raw(
              "POST /release/pets HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n"
                  + "5\r\nhello\r\n0\r\nContent-Length: 50\r\nTransfer-Encoding: gzip\r\n"
                  + "Host: other\r\nX-Forwarded-For: 6.6.6.6\r\nConnection: x\r\n\r\n"
                  + SMUGGLED));
      assertThat(client.read(false).status()).isEqualTo(200);
      assertThat(client.read(false).status()).isEqualTo(200);
    }
    assertThat(understood).containsExactly("POST /pets hello", "GET /pets?smuggled ");
  }

  static Stream<Arguments> ambiguousResponses() {
    String ok = "HTTP/1.1 200 OK\r\n";
    String chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
    return Stream.of(
        arguments("CL and TE", ok + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nhello"),
        arguments("two CL, same", ok + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello"),
        arguments("two CL, different", ok + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"),
        arguments("CL list", ok + "Content-Length: 5, 5\r\n\r\nhello"),
        arguments("CL negative", ok + "Content-Length: -5\r\n\r\nhello"),
        arguments("CL empty", ok + "Content-Length:\r\n\r\nhello"),
        arguments("TE gzip", ok + "Transfer-Encoding: gzip\r\n\r\nhello"),
        arguments(
            "TE twice", ok + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n"),
        arguments("TE list", ok + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"),
        arguments("folded line", ok + "X-A: 1\r\n 2\r\nContent-Length: 0\r\n\r\n"),
        arguments("space before colon", ok + "Content-Length : 5\r\n\r\nhello"),
        arguments("bare LF", "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello"),
        arguments("bare CR in a value", ok + "X-A: 1\rSet-Cookie: x\r\nContent-Length: 0\r\n\r\n"),
        arguments("NUL in a value", ok + "X-A: \u0000\r\nContent-Length: 0\r\n\r\n"),
        arguments("no colon", ok + "X-A\r\nContent-Length: 0\r\n\r\n"),
        arguments("101 unasked", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"),
        arguments("garbage before the status", "hello" + ok + "Content-Length: 0\r\n\r\n"),
        arguments("empty line before the status", "\r\n" + ok + "Content-Length: 0\r\n\r\n"),
        arguments("status 000", "HTTP/1.1 000 None\r\nContent-Length: 0\r\n\r\n"),
        arguments("status 099", "HTTP/1.1 099 None\r\nContent-Length: 0\r\n\r\n"),
        arguments("status 99", "HTTP/1.1 99 None\r\nContent-Length: 0\r\n\r\n"),
        arguments("status 2000", "HTTP/1.1 2000 OK\r\nContent-Length: 0\r\n\r\n"),
        arguments("status 2x0", "HTTP/1.1 2x0 OK\r\nContent-Length: 0\r\n\r\n"),
        arguments("no status", "HTTP/1.1 \r\nContent-Length: 0\r\n\r\n"),
        arguments("HTTP/2.0", "HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n"),
        arguments("HTTP/0.9", "<html>hello</html>\r\n\r\n"),
        arguments("no version", "200 OK\r\nContent-Length: 0\r\n\r\n"),
        arguments("ICY", "ICY 200 OK\r\nContent-Length: 0\r\n\r\n"),
        arguments("huge head", ok + "X-A: " + "a".repeat(200_000) + "\r\n\r\n"),
        arguments("endless status line", "HTTP/1.1 200 " + "a".repeat(200_000)),
        arguments("interim that is none", "HTTP/1.1 103\r\nX A: 1\r\n\r\n" + ok + "\r\n"),
        arguments("chunk size missing", chunked + "\r\nhello"),
        arguments("chunk size negative", chunked + "-5\r\nhello\r\n0\r\n\r\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ambiguousResponses")
  void aNodesResponseThatIsNoneIsABadGateway(String name, String response) throws IOException {
    node.behave(_ -> new Reply.Raw(response.getBytes(ISO_8859_1)));
    try (Client client = gateway.client()) {
      client.send(raw("POST /release/pets HTTP/1.1\r\nHost: HOST\r\nContent-Length: 0\r\n\r\n"));
      if (response.contains("chunked\r\n\r\n")
          && !name.startsWith("CL")
          && !name.startsWith("TE")) {
        String read = new String(client.in().readAllBytes(), ISO_8859_1);
        assertThat(read).doesNotEndWith("0\r\n\r\n").doesNotContain("hello");
      } else {
        assertThat(client.read(false).status()).isEqualTo(502);
      }
    }
    assertThat(node.count()).isOne();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformedResponseChunks")
  void aBodyThatIsNoLongerUnderstoodBreaksOff(String name, String chunks) throws IOException {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    node.behave(_ -> new Reply.Raw((head + chunks).getBytes(ISO_8859_1)));
    try (Client client = gateway.client()) {
      client.send(raw("GET /release/pets HTTP/1.1\r\nHost: HOST\r\n\r\n" + SMUGGLED));
      String read = new String(client.in().readAllBytes(), ISO_8859_1);
      assertThat(read).doesNotEndWith("0\r\n\r\n").containsOnlyOnce("HTTP/1.1");
    }
  }

  static Stream<Arguments> malformedResponseChunks() {
    return Stream.of(
        arguments("bare LF behind the data", "5\r\nhello\n0\r\n\r\n"),
        arguments("bare LF behind the size", "5\r\nhello\r\n5\nhello\r\n0\r\n\r\n"),
        arguments("more than said", "4\r\nhello\r\n0\r\n\r\n"),
        arguments("no end", "5\r\nhello\r\n"),
        arguments("a trailer that is none", "5\r\nhello\r\n0\r\nX A: 1\r\n\r\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ambiguousBodilessResponses")
  void framingIsCheckedWhereThereIsNoBodyToo(String name, String method, String response)
      throws IOException {
    node.behave(_ -> new Reply.Raw(response.getBytes(ISO_8859_1)));
    try (Client client = gateway.client()) {
      client.send(raw(method + " /release/pets HTTP/1.1\r\nHost: HOST\r\n\r\n"));
      assertThat(client.read(true).status()).isEqualTo(502);
    }
  }

  static Stream<Arguments> ambiguousBodilessResponses() {
    String twice = "Content-Length: 5\r\nContent-Length: 6\r\n\r\n";
    String both = "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n";
    return Stream.of(
        arguments("HEAD, two CL", "HEAD", "HTTP/1.1 200 OK\r\n" + twice),
        arguments("HEAD, CL and TE", "HEAD", "HTTP/1.1 200 OK\r\n" + both),
        arguments("304, two CL", "GET", "HTTP/1.1 304 Not Modified\r\n" + twice));
  }

  /** Response splitting: the second answer must not become the answer to the next request. */
  @Test
  void whatANodeSendsBeyondItsResponseIsNobodysAnswer() throws IOException {
    String one = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nmine";
    String other = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil";
    node.behave(
        request ->
            request.target().equals("/pets")
                ? new Reply.Raw((one + other).getBytes(ISO_8859_1))
                : Reply.text(200, "good"));
    try (Client client = gateway.client()) {
      client.send(raw("GET /release/pets HTTP/1.1\r\nHost: HOST\r\n\r\n" + SMUGGLED));
      assertThat(client.read(false).text()).isEqualTo("mine");
      assertThat(client.read(false).text()).isEqualTo("good");
    }
  }

  @Test
  void aResponseToHeadHasNoBodyWhateverFollows() throws IOException {
    node.behave(
        request ->
            request.method().equals("HEAD")
                ? new Reply.Raw(
                    "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil".getBytes(ISO_8859_1))
                : Reply.text(200, "good"));
    try (Client client = gateway.client()) {
      client.send(raw("HEAD /release/pets HTTP/1.1\r\nHost: HOST\r\n\r\n" + SMUGGLED));
      Answer head = client.read(true);
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.header("content-length")).isEqualTo("4");
      assertThat(client.read(false).text()).isEqualTo("good");
    }
  }

  @Test
  void anInterimResponseHasNoLength() throws IOException {
    node.behave(
        _ ->
            new Reply.Raw(
                ("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\nContent-Length: 5\r\n\r\n"
                        + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
                    .getBytes(ISO_8859_1)));
    try (Client client = gateway.client()) {
      client.send(raw("GET /release/pets HTTP/1.1\r\nHost: HOST\r\n\r\n"));
      Answer hints = client.read(false);
      assertThat(hints.status()).isEqualTo(103);
      assertThat(hints.header("link")).isEqualTo("</a>");
      assertThat(hints.header("content-length")).isNull();
      assertThat(client.read(false).text()).isEqualTo("ok");
    }
  }

  /** The smuggled half of a request with a length that the front end believes is only a body. */
  @Test
  void aRequestInABodyIsABody() throws IOException {
    String inner = "GET /release/pets?inner HTTP/1.1\r\nHost: x\r\n\r\n";
    try (Client client = gateway.client()) {
      client.send(
          raw(
              "POST /release/pets HTTP/1.1\r\nHost: HOST\r\nContent-Length: "
                  + inner.length()
                  + "\r\n\r\n"
                  + inner));
      assertThat(client.read(false).status()).isEqualTo(200);
    }
    assertThat(node.requests()).extracting(Request::target).containsExactly("/pets");
  }
}
