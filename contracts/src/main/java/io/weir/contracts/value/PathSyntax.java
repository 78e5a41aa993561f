package io.weir.contracts.value;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The syntax of front-end and back-end paths: RFC 3986 path characters and {@code {param}}
 * segments. Dot segments, encoded or not, are refused: they name another path.
 */
final class PathSyntax {
  static final int MAX_LENGTH = 512;
  private static final BitSet LITERAL = characters("._~!$&'()*+,;=:@-");
  private static final BitSet IN_PARAMETER = characters("_");
  private static final int MAX_PARAMETER = 50;
  private static final Pattern ESCAPE_OF_UNRESERVED =
      Pattern.compile("%(2[DdEe]|3[0-9]|4[1-9A-Fa-f]|5[0-9AaFf]|6[1-9A-Fa-f]|7[0-9AaEe])");
  private static final String SLASH = "(/|%2[Ff]|%5[Cc])";
  private static final Pattern SOMEBODYS_DOTS =
      Pattern.compile(SLASH + "(?<segment>\\.{1,2}(%20|%09|%00)*)(?<end>" + SLASH + "|;|%3[Bb]|$)");

  private PathSyntax() {}

  /**
   * Checks a path that starts with a slash; its segments are literals or one {@code {param}} each.
   */
  static void check(String path) {
    if (!path.startsWith("/") || path.length() > MAX_LENGTH) {
      throw new InvalidValueException("must start with / and have at most 512 characters");
    }
    // every API of every image that is read comes by here
    Set<String> parameters = null;
    for (int from = 1, to; from <= path.length(); from = to + 1) {
      int slash = path.indexOf('/', from);
      to = slash < 0 ? path.length() : slash;
      if (isDots(path, from, to)) {
        throw new InvalidValueException("must not have the segment " + path.substring(from, to));
      }
      if (isParameter(path, from, to)) {
        String segment = path.substring(from, to);
        parameters = parameters == null ? new HashSet<>() : parameters;
        if (!parameters.add(segment)) {
          throw new InvalidValueException("must not use " + segment + " twice");
        }
      } else if (!isLiteral(path, from, to)) {
        throw new InvalidValueException(
            "must consist of URL path characters (RFC 3986) and whole segments {param}");
      }
    }
  }

  private static BitSet characters(String besidesLettersAndDigits) {
    BitSet all = new BitSet();
    all.set('A', 'Z' + 1);
    all.set('a', 'z' + 1);
    all.set('0', '9' + 1);
    besidesLettersAndDigits.chars().forEach(all::set);
    return all;
  }

  private static boolean isLiteral(String path, int from, int to) {
    for (int i = from; i < to; i++) {
      if (path.charAt(i) == '%') {
        if (i + 2 >= to
            || !HexFormat.isHexDigit(path.charAt(i + 1))
            || !HexFormat.isHexDigit(path.charAt(i + 2))) {
          return false;
        }
        i += 2;
      } else if (!LITERAL.get(path.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** One dot or two, each plain or encoded. */
  private static boolean isDots(String path, int from, int to) {
    int dots = 0;
    int at = from;
    while (at < to) {
      if (path.charAt(at) == '.') {
        at++;
      } else if (path.regionMatches(true, at, "%2e", 0, 3)) {
        at += 3;
      } else {
        return false;
      }
      dots++;
    }
    return at == to && (dots == 1 || dots == 2);
  }

  private static boolean isParameter(String path, int from, int to) {
    int length = to - from - 2;
    boolean is =
        length >= 1
            && length <= MAX_PARAMETER
            && path.charAt(from) == '{'
            && path.charAt(to - 1) == '}';
    for (int i = from + 1; is && i < to - 1; i++) {
      is = IN_PARAMETER.get(path.charAt(i));
    }
    return is;
  }

  /**
   * The path as requests are brought to before they are matched: without escapes of characters that
   * need none (RFC 3986, 6.2.2.2) and without dot segments (5.2.4). Escapes that stay are as they
   * were, and so are double slashes.
   */
  static String normalForm(String path) {
    String unescaped =
        ESCAPE_OF_UNRESERVED
            .matcher(path)
            .replaceAll(escape -> String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
    String[] segments = unescaped.split("/", -1);
    List<String> kept = new ArrayList<>();
    for (int i = 1; i < segments.length; i++) {
      boolean dots = segments[i].equals(".") || segments[i].equals("..");
      if (segments[i].equals("..") && !kept.isEmpty()) {
        kept.removeLast();
      }
      if (!dots) {
        kept.add(segments[i]);
      } else if (i == segments.length - 1) {
        kept.add("");
      }
    }
    return "/" + String.join("/", kept);
  }

  /**
   * The segment of a path in normal form that some readers take for a dot segment, so that requests
   * with it are refused; null if it has none. A path that others begin with may end in one, for it
   * goes on.
   */
  static @Nullable String dotSegmentOfSomeReader(String normal, boolean goesOn) {
    Matcher matcher = SOMEBODYS_DOTS.matcher(normal);
    while (matcher.find()) {
      if (!goesOn || !matcher.group("end").isEmpty()) {
        return matcher.group("segment") + matcher.group("end");
      }
    }
    return null;
  }

  static List<String> parameters(String path) {
    if (path.indexOf('{') < 0) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      if (segment.startsWith("{")) {
        names.add(segment.substring(1, segment.length() - 1));
      }
    }
    return names;
  }
}
