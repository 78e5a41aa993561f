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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MatcherTest {
  @Test
  void anExactPathGoesBeforeATemplateAndATemplateBeforeAPrefix() {
    Matcher matcher = matcher("ANY =/a/b", "ANY /a/{x}", "ANY /a");
    assertThat(match(matcher, "GET", "/a/b")).isEqualTo("ANY =/a/b");
    assertThat(match(matcher, "GET", "/a/c")).isEqualTo("ANY /a/{x}");
    assertThat(match(matcher, "GET", "/a")).isEqualTo("ANY /a");
  }

  @Test
  void thePlainPathIsAPrefixOfCharactersAndTheLongestWins() {
    Matcher matcher = matcher("ANY /user", "ANY /user/test", "ANY /");
    assertThat(match(matcher, "GET", "/usertest")).isEqualTo("ANY /user");
    assertThat(match(matcher, "GET", "/user/test/a")).isEqualTo("ANY /user/test");
    assertThat(match(matcher, "GET", "/user/tes")).isEqualTo("ANY /user");
    assertThat(match(matcher, "GET", "/use")).isEqualTo("ANY /");
  }

  @Test
  void anExactPathTakesNothingElse() {
    Matcher matcher = matcher("ANY =/a");
    assertThat(match(matcher, "GET", "/a/")).isNull();
    assertThat(match(matcher, "GET", "/ab")).isNull();
  }

  @Test
  void theTemplateWithMostLiteralSegmentsWins() {
    Matcher matcher = matcher("ANY /{a}/{b}/{c}", "ANY /{a}/x/y", "ANY /o/{b}/{c}");
    assertThat(match(matcher, "GET", "/o/x/y")).isEqualTo("ANY /{a}/x/y");
    assertThat(match(matcher, "GET", "/o/x/z")).isEqualTo("ANY /o/{b}/{c}");
    assertThat(match(matcher, "GET", "/p/x/z")).isEqualTo("ANY /{a}/{b}/{c}");
  }

  @Test
  void amongEqualTemplatesTheOneThatIsLiteralFirstWins() {
    Matcher matcher = matcher("ANY /{a}/y", "ANY /x/{b}");
    assertThat(match(matcher, "GET", "/x/y")).isEqualTo("ANY /x/{b}");
  }

  @Test
  void aParameterTakesOneSegmentAndTheLastOneTheRest() {
    Matcher matcher = matcher("ANY /u/{id}/posts", "ANY /f/{path}");
    assertThat(match(matcher, "GET", "/u/7/posts")).isEqualTo("ANY /u/{id}/posts");
    assertThat(match(matcher, "GET", "/u/7/8/posts")).isNull();
    assertThat(match(matcher, "GET", "/u/7/posts/1")).isNull();
    assertThat(match(matcher, "GET", "/u//posts")).isNull();
    assertThat(match(matcher, "GET", "/f/a/b/c")).isEqualTo("ANY /f/{path}");
    assertThat(match(matcher, "GET", "/f/")).isNull();
    assertThat(match(matcher, "GET", "/f")).isNull();
  }

  @Test
  void aConcreteMethodGoesBeforeAny() {
    Matcher matcher = matcher("ANY /a", "POST /a");
    assertThat(match(matcher, "POST", "/a")).isEqualTo("POST /a");
    assertThat(match(matcher, "GET", "/a")).isEqualTo("ANY /a");
    assertThat(matcher.match(Ascii.bytes("/a"), 0, 2, Method.ANY).method()).isEqualTo(Method.ANY);
  }

  @Test
  void aPathThatDoesNotTakeTheMethodIsPassedOver() {
    Matcher matcher = matcher("GET =/a", "PUT /{x}", "DELETE /a", "POST /");
    assertThat(match(matcher, "PUT", "/a")).isEqualTo("PUT /{x}");
    assertThat(match(matcher, "DELETE", "/a")).isEqualTo("DELETE /a");
    assertThat(match(matcher, "POST", "/a")).isEqualTo("POST /");
    assertThat(match(matcher, "PATCH", "/a")).isNull();
  }

  @Property(tries = 500)
  void findsWhatTheRulesSay(
      @ForAll("frontEnds") List<String> frontEnds, @ForAll("paths") String path) {
    List<String> distinct = distinctByKey(frontEnds);
    assertThat(match(matcher(distinct.toArray(String[]::new)), "GET", path))
        .isEqualTo(byTheRules(distinct, path));
  }

  /** The rules read literally: filter everything, sort by precedence, take the first. */
  private static String byTheRules(List<String> frontEnds, String path) {
    Comparator<FrontEnd> precedence =
        Comparator.<FrontEnd>comparingInt(f -> f.path().match().ordinal())
            .thenComparing(MatcherTest::literals, Comparator.reverseOrder())
            .thenComparing(MatcherTest::kinds)
            .thenComparing(
                f -> f.path().match() == FrontPath.Match.PREFIX ? -f.path().path().length() : 0)
            .thenComparing(f -> f.method() == Method.ANY);
    return frontEnds.stream()
        .map(MatcherTest::frontEnd)
        .filter(f -> f.method() == Method.ANY || f.method() == Method.GET)
        .filter(f -> accepts(f.path(), path))
        .min(precedence)
        .map(f -> f.method() + " " + f.path())
        .orElse(null);
  }

  private static boolean accepts(FrontPath front, String path) {
    return switch (front.match()) {
      case EXACT -> path.equals(front.path());
      case PREFIX -> path.startsWith(front.path());
      case TEMPLATE -> {
        String pattern =
            front.path().replaceAll("/\\{[^/]*}$", "/[^/].*").replaceAll("\\{[^}]*}", "[^/]+");
        yield path.matches(pattern);
      }
    };
  }

  private static int literals(FrontEnd frontEnd) {
    return frontEnd.path().match() == FrontPath.Match.TEMPLATE
        ? (int) kinds(frontEnd).chars().filter(c -> c == 'a').count()
        : 0;
  }

  /** Per segment: a for a literal, b for a parameter, c for one that takes the rest. */
  private static String kinds(FrontEnd frontEnd) {
    if (frontEnd.path().match() != FrontPath.Match.TEMPLATE) {
      return "";
    }
    String[] segments = frontEnd.path().path().substring(1).split("/", -1);
    StringBuilder kinds = new StringBuilder();
    for (int i = 0; i < segments.length; i++) {
      boolean parameter = segments[i].startsWith("{");
      kinds.append(!parameter ? 'a' : i == segments.length - 1 ? 'c' : 'b');
    }
    return kinds.toString();
  }

  private static List<String> distinctByKey(List<String> frontEnds) {
    List<String> keys = new ArrayList<>();
    List<String> distinct = new ArrayList<>();
    for (String text : frontEnds) {
      String key = frontEnd(text).key();
      if (!keys.contains(key)) {
        keys.add(key);
        distinct.add(text);
      }
    }
    return distinct;
  }

  @Provide
  Arbitrary<List<String>> frontEnds() {
    Arbitrary<String> segment = Arbitraries.of("a", "b", "ab", "{x}", "");
    Arbitrary<String> path =
        segment
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(
                segments -> {
                  StringBuilder text = new StringBuilder();
                  for (int i = 0; i < segments.size(); i++) {
                    text.append('/').append(segments.get(i).replace("x", "x" + i));
                  }
                  return text.toString();
                });
    Arbitrary<String> exactOrNot =
        path.flatMap(p -> p.contains("{") ? Arbitraries.just(p) : Arbitraries.of(p, "=" + p));
    return Arbitraries.of("ANY", "GET", "POST")
        .flatMap(method -> exactOrNot.map(p -> method + " " + p))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of("a", "b", "ab", "abc", "")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(segments -> "/" + String.join("/", segments));
  }

  private static Matcher matcher(String... frontEnds) {
    Matcher matcher = Matcher.EMPTY;
    for (String text : frontEnds) {
      ApiDefinition api =
          new ApiDefinition(
              new Name("api"),
              Description.NONE,
              frontEnd(text),
              BackEnd.upstream(UpstreamId.random(), new BackPath("/"), Timeout.DEFAULT));
      matcher = matcher.with(route(api));
    }
    return matcher;
  }

  private static Route route(ApiDefinition api) {
    return new Route(ServiceId.random(), Environment.RELEASE, new ReleasedApi(ApiId.random(), api));
  }

  private static FrontEnd frontEnd(String text) {
    String[] parts = text.split(" ");
    return new FrontEnd(new FrontPath(parts[1]), Method.valueOf(parts[0]));
  }

  private static String match(Matcher matcher, String method, String path) {
    byte[] bytes = Ascii.bytes("/release" + path + "?query");
    Route route = matcher.match(bytes, 8, 8 + path.length(), Method.valueOf(method));
    return route == null ? null : route.method() + " " + route.frontEndPath();
  }
}
