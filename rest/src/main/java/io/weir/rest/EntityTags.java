package io.weir.rest;

import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.Violation;
import io.weir.contracts.log.Hash;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Precondition;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags and the header fields that compare them (RFC 9110 8.8.3, 13.1), for
 * {@code @BeanParam}. A tag is the version of an object, and where the representation tells more
 * than the version does, also a hash of it: {@code "3"}, {@code "3.1b7f09c4"}.
 */
public final class EntityTags {
  private static final Pattern ELEMENT =
      Pattern.compile("\\G[ \\t]*(?:(W/)?\"([!#-~\\x80-\\xFF]*)\")?[ \\t]*(?:,|$)");
  private static final Pattern OWN = Pattern.compile("(\\d+)\\.[0-9a-f]{8}");
  private static final int HASH = 8;

  @HeaderParam("If-Match")
  List<String> ifMatch = List.of();

  @HeaderParam("If-None-Match")
  List<String> ifNoneMatch = List.of();

  /** Whatever is changed if something is as expected can be tried; {@link Trial} reads it. */
  @QueryParam(Trial.PARAMETER)
  @Nullable String dryRun;

  @Context @Nullable HttpHeaders headers;

  /** The tag of a representation that the version tells all of. */
  public static String tag(long version) {
    return "\"" + version + "\"";
  }

  /** The tag of a representation that may differ while the version stays. */
  public static String tag(long version, String representation) {
    String hash = Hash.of(representation.getBytes(StandardCharsets.UTF_8)).hex();
    return "\"" + version + "." + hash.substring(0, HASH) + "\"";
  }

  /**
   * What a change expects of the object's version; what else its representation shows does not
   * matter to a change.
   *
   * @throws InvalidContentException if a field is no list of entity tags
   */
  public Precondition precondition() {
    List<String> given = lines("If-Match", ifMatch, headers);
    return new Precondition(
        given.isEmpty() ? null : versions(tags("If-Match", given, false)),
        versions(tags("If-None-Match", lines("If-None-Match", ifNoneMatch, headers), true)));
  }

  /**
   * Checks what is expected of a collection that something is to be added to: it exists, and has no
   * entity tag.
   *
   * @throws InvalidContentException if a field is no list of entity tags
   * @throws ProblemException 412 PRECONDITION_FAILED
   */
  public void checkCollection() {
    Precondition expected = precondition();
    boolean others = expected.match() != null && !expected.match().contains(Precondition.ANY);
    if (others || expected.noneMatch().contains(Precondition.ANY)) {
      throw new ProblemException(
          Refusals.problem(
              List.of(
                  Refusal.of(
                      RefusalCode.PRECONDITION_FAILED,
                      "the list that this would be added to exists and has no entity tag"))));
    }
  }

  /** The lines of a field; an empty one counts, though the server's own reader leaves it out. */
  static List<String> lines(String name, List<String> read, @Nullable HttpHeaders headers) {
    return read.isEmpty() && headers != null && headers.getRequestHeaders().containsKey(name)
        ? List.of("")
        : read;
  }

  private static Set<String> versions(Set<String> tags) {
    Set<String> versions = new HashSet<>();
    for (String tag : tags) {
      Matcher own = OWN.matcher(tag);
      versions.add(own.matches() ? own.group(1) : tag);
    }
    return versions;
  }

  /** Weak tags take part in the weak comparison only (RFC 9110 8.8.3.2). */
  static Set<String> tags(String header, List<String> lines, boolean weak) {
    String list = String.join(",", lines);
    if (lines.isEmpty()) {
      return Set.of();
    }
    if (list.strip().equals("*")) {
      return Set.of(Precondition.ANY);
    }
    Set<String> tags = new HashSet<>();
    Matcher element = ELEMENT.matcher(list);
    boolean none = true;
    int end = 0;
    while (end < list.length() && element.find()) {
      end = element.end();
      if (element.group(2) != null) {
        none = false;
        // "*" in quotes is a tag, and none that an object has
        if ((weak || element.group(1) == null) && !element.group(2).equals(Precondition.ANY)) {
          tags.add(element.group(2));
        }
      }
    }
    if (none || end < list.length()) {
      throw new InvalidContentException(
          List.of(Violation.header(header, "must be * or a list of entity tags such as \"3\"")));
    }
    return tags;
  }
}
