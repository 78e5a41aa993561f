package io.weir.dataplane.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.BackEnd;
import io.weir.contracts.value.BackPath;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.FrontEnd;
import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.Timeout;
import io.weir.contracts.value.UpstreamId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever a client asks for, what a node is sent is below the back-end path, in the eyes of the
 * strictest reader and of the most lenient one.
 */
class BelowBackEndPathTest {
  private record Mapping(String front, String back, String base) {
    Mapping(String front, String back) {
      this(front, back, back);
    }

    Route route() {
      ApiDefinition api =
          new ApiDefinition(
              new Name("api"),
              Description.NONE,
              new FrontEnd(new FrontPath(front), Method.ANY),
              BackEnd.upstream(UpstreamId.random(), new BackPath(back), Timeout.DEFAULT));
      return new Route(
          ServiceId.random(), Environment.RELEASE, new ReleasedApi(ApiId.random(), api));
    }
  }

  @Provide
  Arbitrary<Mapping> mappings() {
    return Arbitraries.of(
        new Mapping("/pets", "/shop/"),
        new Mapping("/pets", "/shop"),
        new Mapping("/pets", "/"),
        new Mapping("/pets", "/pets"),
        new Mapping("/pets/", "/shop/a/"),
        new Mapping("/pets/", "/shop/a"),
        new Mapping("/pets.", "/shop/"),
        new Mapping("/", "/"),
        new Mapping("/", "/shop"),
        new Mapping("/", "/shop/"),
        new Mapping("/pets", "/shop%2f", "/shop/"),
        new Mapping("/pets", "/a/b%5C", "/a/b/"),
        new Mapping("=/pets", "/shop/"),
        new Mapping("/pets/{a}", "/shop/{a}", "/shop/"),
        new Mapping("/{a}", "/{a}", "/"),
        new Mapping("/pets/{a}/{b}", "/shop/{b}/{a}", "/shop/"),
        new Mapping("/pets/{a}/x", "/shop/{a}", "/shop/"),
        new Mapping("/pets/{a}", "/shop/{a}/end", "/shop/"));
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(
            "/", "/", "//", ".", ".", "..", "%2e", "%2E%2e", ";", ";x=1", "%3b", "\\", "%5c", "%5C",
            "%2f", "%2F", "%00", "%20", "pets", "a", "...", "%41", "%252e", "x")
        .list()
        .ofMinSize(0)
        .ofMaxSize(9)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> harmless() {
    return Arbitraries.of(
            "/", "a", "b.c", "x..", ";v=1", "%20", "%2F", "%5C", "...", "-", "~", "(1)", "@",
            "%C3%A4")
        .list()
        .ofMinSize(0)
        .ofMaxSize(9)
        .map(pieces -> "/x" + String.join("", pieces));
  }

  private static String sent(Route route, String asked) {
    String path = RequestPath.normalise(asked);
    if (path == null) {
      return null;
    }
    byte[] bytes = Ascii.bytes(path);
    Matcher matcher = Matcher.EMPTY.with(route);
    return matcher.match(bytes, 0, bytes.length, Method.GET) == null
        ? null
        : route.targetPath(path, 0);
  }

  @Property(tries = 20_000)
  void nothingHostileLeavesTheBackEndPath(
      @ForAll("mappings") Mapping mapping,
      @ForAll("hostile") String rest,
      @ForAll("hostile") String last) {
    for (String asked : new String[] {rest, "/pets" + rest, "/pets/" + rest + "/" + last}) {
      String sent = sent(mapping.route(), asked);
      if (sent != null) {
        assertThat(sent.split("/", -1)).doesNotContain(".", "..");
        assertThat(sent).startsWith("/").doesNotStartWith("//");
        assertThat(lenient(sent)).as("%s is sent as %s", asked, sent).startsWith(mapping.base());
      }
    }
  }

  @Property(tries = 5_000)
  void whatIsHarmlessIsSentAsItIs(@ForAll("harmless") String path) {
    assertThat(sent(new Mapping("/", "/").route(), path)).isEqualTo(path);
    assertThat(sent(new Mapping("/pets", "/shop").route(), "/pets" + path))
        .isEqualTo("/shop" + path);
    assertThat(sent(new Mapping("/pets/{a}", "/shop/{a}").route(), "/pets" + path))
        .isEqualTo("/shop" + path);
  }

  /**
   * Decodes once, takes a backslash for a slash, cuts parameters, and what Windows and C do not
   * see, off segments, and then goes where dot segments lead: above the root, too.
   */
  private static String lenient(String path) {
    String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
    Deque<String> segments = new ArrayDeque<>();
    String[] all = decoded.replace('\\', '/').split("/", -1);
    for (int i = 1; i < all.length; i++) {
      String segment = all[i].replaceFirst(";.*", "").replaceFirst("[ \0]+$", "");
      boolean end = i == all.length - 1;
      if (segment.equals("..")) {
        if (segments.pollLast() == null) {
          return "above the root";
        }
      } else if (!segment.equals(".")) {
        segments.add(segment);
        continue;
      }
      if (end) {
        segments.add("");
      }
    }
    return "/" + String.join("/", segments);
  }
}
