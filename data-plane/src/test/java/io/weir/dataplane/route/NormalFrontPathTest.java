package io.weir.dataplane.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.InvalidValueException;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What an API's path must be when it is made is what requests are brought to. */
class NormalFrontPathTest {
  @Property(tries = 2_000)
  void aPathIsTakenIfARequestForItIsMatchedAsItStands(
      @ForAll("paths") String path, @ForAll boolean exact) {
    String normal = normal(path, exact);
    String written = exact ? "=" + path : path;
    if (path.equals(normal)) {
      assertThat(FrontPath.normal(written).path()).isEqualTo(path);
    } else {
      assertThatThrownBy(() -> FrontPath.normal(written))
          .isInstanceOf(InvalidValueException.class)
          .hasMessageEndingWith(
              normal == null
                  ? ", with which requests are refused"
                  : "write " + (exact ? "=" : "") + normal);
    }
  }

  /** A prefix is part of requests that go on with something else than dots, slashes and spaces. */
  private static @Nullable String normal(String path, boolean exact) {
    String goesOn = exact || isDots(path) ? "" : "x";
    String normal = RequestPath.normalise(path + goesOn);
    return normal == null ? null : normal.substring(0, normal.length() - goesOn.length());
  }

  /** Whether the path ends in a dot segment, which brings it to another one. */
  private static boolean isDots(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("%2[eE]", ".");
    return last.equals(".") || last.equals("..");
  }

  @Provide
  Arbitrary<String> paths() {
    Arbitrary<String> escapes =
        Arbitraries.integers().between(0, 255).map(octet -> "%%%02X".formatted(octet));
    return Arbitraries.oneOf(
            Arbitraries.of(".", "..", "...", "", "a", "a.b", "%2e", ".%2E", "%2f", "a~-_b", ".a"),
            Arbitraries.of(
                "..;", ".;v=1", "%2E%2e%3bx", "..%20", ".%00", ".%09%20", "a..;", "...;"),
            Arbitraries.of("a%2F..", "..%5ca", "a%5C.;", "%2f.", "%5c..%20", "..%20x"),
            escapes,
            escapes.map(escape -> "x" + escape.toLowerCase(Locale.ROOT)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(segments -> "/" + String.join("/", segments));
  }
}
