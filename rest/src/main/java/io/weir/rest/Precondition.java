package io.weir.rest;

import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a caller expects of an object's version before changing it: {@code If-Match} (RFC 9110
 * 13.1.1).
 *
 * @param tags the acceptable entity tags without quotes; null accepts every version
 */
public record Precondition(@Nullable Set<String> tags) {
  /** Nothing is expected. */
  public static final Precondition NONE = new Precondition(null);

  private static final Pattern TAG =
      Pattern.compile("\\G\\s*(W/)?\"([!#-~\\x80-\\xFF]*)\"\\s*(?:,|$)");

  /**
   * Reads the lines of an {@code If-Match} header; none and {@code *} expect nothing.
   *
   * @throws ProblemException 400 if they are no list of entity tags
   */
  public static Precondition ifMatch(List<String> lines) {
    String list = String.join(",", lines);
    if (lines.isEmpty() || list.strip().equals("*")) {
      return NONE;
    }
    return new Precondition(tags("If-Match", list, false));
  }

  /**
   * Whether the lines of an {@code If-None-Match} header name the version the client has already.
   */
  static boolean noneMatch(List<String> lines, long version) {
    String list = String.join(",", lines);
    return !lines.isEmpty()
        && (list.strip().equals("*")
            || tags("If-None-Match", list, true).contains(Long.toString(version)));
  }

  /** The refusal of this expectation by an object of {@code version}, or nothing. */
  public Optional<Refusal> refuse(String id, long version) {
    if (tags == null || tags.contains(Long.toString(version))) {
      return Optional.empty();
    }
    return Optional.of(
        new Refusal(
            RefusalCode.PRECONDITION_FAILED,
            id + " has version " + version + " now, not what If-Match expects",
            null,
            List.of(id)));
  }

  /** Weak tags take part in the weak comparison only (RFC 9110 8.8.3.2). */
  private static Set<String> tags(String header, String list, boolean weak) {
    Set<String> tags = new HashSet<>();
    Matcher matcher = TAG.matcher(list);
    int end = 0;
    while (end < list.length() && matcher.find()) {
      end = matcher.end();
      if (weak || matcher.group(1) == null) {
        tags.add(matcher.group(2));
      }
    }
    if (end == 0 || end < list.length()) {
      throw ProblemException.invalid(
          List.of(Violation.header(header, "must be * or a list of entity tags such as \"3\"")));
    }
    return tags;
  }
}
