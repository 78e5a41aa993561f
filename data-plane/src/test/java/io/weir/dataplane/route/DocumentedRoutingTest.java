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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of the table in docs/routing.md holds. */
class DocumentedRoutingTest {
  static Stream<Arguments> lines() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../docs/routing.md"));
    int header = lines.indexOf("| front ends | request | answers |");
    assertThat(header).isPositive();
    List<Arguments> arguments =
        lines.stream()
            .skip(header + 2)
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> line.replace("`", "").split("\\|"))
            .map(cells -> Arguments.of(cells[1].strip(), cells[2].strip(), cells[3].strip()))
            .toList();
    assertThat(arguments).hasSizeGreaterThan(20);
    return arguments.stream();
  }

  @ParameterizedTest(name = "of {0}, {1} is answered by {2}")
  @MethodSource("lines")
  void answersAsDocumented(String frontEnds, String request, String expected) {
    Matcher inOrder = Matcher.EMPTY;
    Matcher reversed = Matcher.EMPTY;
    List<Route> routes =
        Arrays.stream(frontEnds.split(", ")).map(DocumentedRoutingTest::route).toList();
    for (Route route : routes) {
      inOrder = inOrder.with(route);
    }
    for (Route route : routes.reversed()) {
      reversed = reversed.with(route);
    }
    String[] words = request.split(" ");
    byte[] path = Ascii.bytes(words[1]);
    int end = RequestPath.normalise(path, 0, path.length);
    Method method = Method.valueOf(words[0]);
    assertThat(text(inOrder.match(path, 0, end, method))).isEqualTo(expected);
    assertThat(text(reversed.match(path, 0, end, method))).isEqualTo(expected);
  }

  private static String text(Route route) {
    return route == null ? "none" : route.method() + " " + route.frontEndPath();
  }

  private static Route route(String frontEnd) {
    String[] words = frontEnd.split(" ");
    ApiDefinition api =
        new ApiDefinition(
            new Name("api"),
            Description.NONE,
            new FrontEnd(new FrontPath(words[1]), Method.valueOf(words[0])),
            BackEnd.upstream(UpstreamId.random(), new BackPath("/"), Timeout.DEFAULT));
    return new Route(ServiceId.random(), Environment.RELEASE, new ReleasedApi(ApiId.random(), api));
  }
}
