package io.weir.dataplane.route;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {
  @ParameterizedTest
  @CsvSource({
    "/a/./b, /a/b",
    "/a/../b, /b",
    "/a/b/.., /a/",
    "/a/b/., /a/b/",
    "/../../a, /a",
    "/.., /",
    "/%2e%2e/a, /a",
    "/a/%2E./b, /b",
    "/%61%7Eb, /a~b",
    "/a/..//b, //b",
    "/a/b/../../../c, /c"
  })
  void dotSegmentsAndNeedlessEscapesGo(String path, String normal) {
    assertThat(RequestPath.normalise(path)).isEqualTo(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/", "/a", "/a/", "/a//b", "/a%2Fb", "/a%2f.b", "/...", "/.a/..b", "/a%20b", "/a%5Cb",
        "/a..;x"
      })
  void everythingElseStaysAsItIs(String path) {
    assertThat(RequestPath.normalise(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "*", "/%", "/%2", "/%zz", "/a%2"})
  void whatIsNoPathIsRefused(String path) {
    assertThat(RequestPath.normalise(path)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a/..;/b",
        "/a/..;x=1/b",
        "/a/.;x",
        "/a/%2e%2E%3B/b",
        "/a%2f..",
        "/a%2F../b",
        "/a/..%2fb",
        "/a%5c..%5cb",
        "/..%5C",
        "/.%20/b",
        "/..%00",
        "/a/..\\b",
        "/a\\b",
        "\\a"
      })
  void whatOnlySomeReadersTakeForADotSegmentIsRefused(String path) {
    assertThat(RequestPath.normalise(path)).isNull();
  }

  @Test
  void aPathInNormalFormIsNotCopied() {
    String path = "/a/b.c/d";
    assertThat(RequestPath.normalise(path)).isSameAs(path);
  }

  @Test
  void aPathInTheMiddleOfARequestLineIsNormalisedInPlace() {
    byte[] line = Ascii.bytes("GET /a/%7Eb/../c?x=/../y HTTP/1.1");
    int end = RequestPath.normalise(line, 4, 16);
    assertThat(Ascii.text(line, 4, end)).isEqualTo("/a/c");
    assertThat(Ascii.text(line, 16, line.length)).isEqualTo("?x=/../y HTTP/1.1");
  }

  /** RFC 3986, 5.2.4, read literally. */
  @Property(tries = 1000)
  void dotSegmentsAreRemovedAsTheStandardSays(@ForAll("paths") String path) {
    String input = path;
    StringBuilder output = new StringBuilder();
    while (!input.isEmpty()) {
      if (input.startsWith("/./") || input.equals("/.")) {
        input = "/" + input.substring(Math.min(3, input.length()));
      } else if (input.startsWith("/../") || input.equals("/..")) {
        input = "/" + input.substring(Math.min(4, input.length()));
        output.setLength(Math.max(0, output.lastIndexOf("/")));
      } else {
        int next = input.indexOf('/', 1);
        output.append(next < 0 ? input : input.substring(0, next));
        input = next < 0 ? "" : input.substring(next);
      }
    }
    assertThat(RequestPath.normalise(path)).isEqualTo(output.toString());
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of(".", "..", "a", "bc", "", "...", ".d", "%2F")
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(segments -> "/" + String.join("/", segments));
  }
}
