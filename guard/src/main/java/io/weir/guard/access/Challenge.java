package io.weir.guard.access;

import io.vertx.ext.web.RoutingContext;
import io.weir.guard.Denial;
import io.weir.guard.Denial.Code;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Denials that say how to do better, in the words of RFC 6750, section 3. */
public final class Challenge {
  private static final String HEADER = "WWW-Authenticate";
  private static final String REALM = "Bearer realm=\"weir\"";
  private static final String FOUND = Challenge.class.getName();

  private Challenge() {}

  /** Nobody said who he is. */
  static Denial missing() {
    return new Denial(
        Code.UNAUTHENTICATED,
        "this takes an API key, in the header Authorization: Bearer weir_...",
        Map.of(HEADER, REALM));
  }

  /** What was said opens nothing. */
  public static Denial invalid(Code code, String detail) {
    return with("invalid_token", code, detail);
  }

  /** What was said is no way to say it. */
  static Denial improper(String detail) {
    return with("invalid_request", Code.BAD_REQUEST, detail);
  }

  /** What was said does not open this. */
  static Denial insufficient(String detail) {
    return with("insufficient_scope", Code.FORBIDDEN, detail);
  }

  private static Denial with(String error, Code code, String detail) {
    return new Denial(
        code,
        detail,
        Map.of(
            HEADER,
            "%s, error=\"%s\", error_description=\"%s\""
                .formatted(REALM, error, detail.replace('"', '\''))));
  }

  /** Whether only who is known is answered where a request leads. */
  public static boolean isGuarded(RoutingContext request) {
    return Paths.isGuarded(Paths.canonical(request.normalizedPath()));
  }

  /**
   * Remembers what is wrong with what a request says, should nothing else in it be right; what was
   * found first counts.
   */
  public static void remember(RoutingContext request, Denial denial) {
    if (remembered(request) == null) {
      request.put(FOUND, denial);
    }
  }

  static @Nullable Denial remembered(RoutingContext request) {
    return request.get(FOUND);
  }
}
