package io.weir.guard.access;

import java.util.regex.Pattern;

/**
 * A line of the table of access.
 *
 * @param id as in the OpenAPI documents
 * @param path a template, such as {@code /v1/vpcs/{vpcId}}
 */
public record Operation(Need need, String method, String path, String id) {
  /**
   * What every path of this template matches, and no other; {@code {index}} is the index of a tile,
   * which may be of several segments.
   */
  Pattern pattern() {
    String template =
        path.replace("{index}", "\\E.+\\Q").replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q");
    return Pattern.compile("\\Q" + template + "\\E");
  }

  /** Whether it answers this method; HEAD is asked for what GET may see. */
  boolean answers(String asked) {
    return method.equals(asked) || method.equals("GET") && asked.equals("HEAD");
  }
}
