package io.weir.guard.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets of API keys where none belongs, such as in an address: however often they are
 * percent-encoded there.
 */
public final class LeakedKeys {
  /** The beginning is enough: a mistyped key is all of it but a letter. */
  private static final Pattern KEY =
      Pattern.compile("(weir_[a-z0-9]{8}_)[0-9a-z]*", Pattern.CASE_INSENSITIVE);

  private static final Pattern ENCODED = Pattern.compile("%([0-7][0-9a-fA-F])");

  private LeakedKeys() {}

  /** Whether there is one in a text. */
  static boolean isIn(String text) {
    return KEY.matcher(decoded(text)).find();
  }

  /** The same text without secrets; decoded, if one was hidden by its encoding. */
  public static String masked(String text) {
    String decoded = decoded(text);
    Matcher found = KEY.matcher(decoded);
    return found.find() ? found.replaceAll("$1***") : text;
  }

  /** ASCII alone is decoded, of which keys are made; what was encoded twice, twice. */
  static String decoded(String text) {
    String decoded = text;
    // each round makes it shorter
    for (Matcher found = ENCODED.matcher(decoded); found.find(); found = ENCODED.matcher(decoded)) {
      decoded =
          found
              .reset()
              .replaceAll(
                  one ->
                      Matcher.quoteReplacement(
                          Character.toString(Integer.parseInt(one.group(1), 16))));
    }
    return decoded;
  }
}
