package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The path an API answers at: {@code =/x} that path only, {@code /x} everything that starts with
 * it, {@code /x/{id}} a template whose parameters take one segment each, the last one, if at the
 * end, one or more.
 */
public record FrontPath(@JsonValue String value) {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public FrontPath {
    PathSyntax.check(value.startsWith("=") ? value.substring(1) : value);
    if (value.startsWith("=") && value.contains("{")) {
      throw new InvalidValueException("must not combine = with {param}");
    }
  }

  /**
   * The path of an API that is made or changed from now on. It is in normal form, as the paths of
   * requests are when they are compared with it; events may hold others, which match nothing.
   *
   * @throws InvalidValueException with the normal form if it is another, or with the segment for
   *     which every request would be refused
   */
  public static FrontPath normal(String value) {
    boolean exact = value.startsWith("=");
    String path = exact ? value.substring(1) : value;
    String normal = path.startsWith("/") ? PathSyntax.normalForm(path) : path;
    String refused = PathSyntax.dotSegmentOfSomeReader(normal, !exact && !path.contains("{"));
    if (refused != null) {
      throw new InvalidValueException(
          "must not have the segment " + refused + ", with which requests are refused");
    }
    if (!normal.equals(path)) {
      throw new InvalidValueException(
          "must be in normal form, as requests are when they are matched: write "
              + (exact ? "=" : "")
              + normal);
    }
    return new FrontPath(value);
  }

  /** How a front-end path is compared with a request's path. */
  public enum Match {
    EXACT,
    TEMPLATE,
    PREFIX
  }

  /** How this path is compared. */
  public Match match() {
    return value.startsWith("=")
        ? Match.EXACT
        : value.contains("{") ? Match.TEMPLATE : Match.PREFIX;
  }

  /** The path without the leading {@code =}. */
  public String path() {
    return value.startsWith("=") ? value.substring(1) : value;
  }

  /** The names between braces, in order. */
  public List<String> parameters() {
    return PathSyntax.parameters(path());
  }

  /**
   * Equal for two paths that would compete for the same requests: parameter names do not matter.
   */
  public String shape() {
    return match() == Match.TEMPLATE ? PARAMETER.matcher(value).replaceAll("{}") : value;
  }

  /** Whether the shapes are equal. */
  boolean isLike(FrontPath other) {
    int literal = value.indexOf('{');
    return literal < 0
        ? value.equals(other.value)
        : value.regionMatches(0, other.value, 0, literal + 1) && shape().equals(other.shape());
  }

  @Override
  public String toString() {
    return value;
  }
}
