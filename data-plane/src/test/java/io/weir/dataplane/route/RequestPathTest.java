package io.weir.dataplane.route;

import static org.assertj.core.api.Assertions.assertThat;

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
      strings = {"/", "/a", "/a/", "/a//b", "/a%2Fb", "/a%2f..", "/...", "/.a/..b", "/a%20b"})
  void everythingElseStaysAsItIs(String path) {
    assertThat(RequestPath.normalise(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "*", "/%", "/%2", "/%zz", "/a%2"})
  void whatIsNoPathIsRefused(String path) {
    assertThat(RequestPath.normalise(path)).isNull();
  }

  @Test
  void aPathInNormalFormIsNotCopied() {
    String path = "/a/b.c/d";
    assertThat(RequestPath.normalise(path)).isSameAs(path);
  }
}
