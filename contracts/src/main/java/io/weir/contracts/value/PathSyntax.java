package io.weir.contracts.value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The syntax of front-end and back-end paths: RFC 3986 path characters and {@code {param}}
 * segments. Dot segments, encoded or not, are refused: they name another path.
 */
final class PathSyntax {
  static final int MAX_LENGTH = 512;
  private static final Pattern LITERAL =
      Pattern.compile("([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*");
  private static final Pattern DOTS = Pattern.compile("(\\.|%2[Ee]){1,2}");
  private static final Pattern PARAMETER = Pattern.compile("\\{[A-Za-z0-9_]{1,50}}");

  private PathSyntax() {}

  /**
   * Checks a path that starts with a slash; its segments are literals or one {@code {param}} each.
   */
  static void check(String path) {
    if (!path.startsWith("/") || path.length() > MAX_LENGTH) {
      throw new InvalidValueException("must start with / and have at most 512 characters");
    }
    Set<String> parameters = new HashSet<>();
    for (String segment : path.substring(1).split("/", -1)) {
      if (DOTS.matcher(segment).matches()) {
        throw new InvalidValueException("must not have the segment " + segment);
      }
      if (PARAMETER.matcher(segment).matches()) {
        if (!parameters.add(segment)) {
          throw new InvalidValueException("must not use " + segment + " twice");
        }
      } else if (!LITERAL.matcher(segment).matches()) {
        throw new InvalidValueException(
            "must consist of URL path characters (RFC 3986) and whole segments {param}");
      }
    }
  }

  static List<String> parameters(String path) {
    List<String> names = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      if (segment.startsWith("{")) {
        names.add(segment.substring(1, segment.length() - 1));
      }
    }
    return names;
  }
}
