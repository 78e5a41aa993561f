package io.weir.dataplane.rewrite;

import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.NameSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which trailers travel on. A recipient may merge them into the header section, after everything
 * that looks at that section has looked at it. So none passes that would change where a message
 * goes, where it ends, who sent it, or how it is understood and cached (RFC 9110, 6.5.1), however
 * the name is spelled; and none that the Connection header names. All others may pass, as the
 * status of gRPC and digests do.
 */
public final class Trailers {
  /**
   * Beside all that {@link HeaderName} tells apart: request modifiers and authentication, response
   * control data, content and its processing, and what is told to browsers.
   */
  private static final NameSet MEANINGFUL =
      NameSet.of(
          "authorization",
          "cookie2",
          "x-api-key",
          "x-auth-token",
          "x-csrf-token",
          "origin",
          "referer",
          "priority",
          "range",
          "if-match",
          "if-none-match",
          "if-modified-since",
          "if-unmodified-since",
          "if-range",
          "x-http-method",
          "x-http-method-override",
          "x-method-override",
          "cache-control",
          "pragma",
          "age",
          "expires",
          "location",
          "refresh",
          "retry-after",
          "vary",
          "warning",
          "www-authenticate",
          "authentication-info",
          "set-cookie",
          "set-cookie2",
          "content-encoding",
          "content-language",
          "content-location",
          "content-range",
          "content-disposition",
          "content-security-policy",
          "strict-transport-security",
          "alt-svc",
          "clear-site-data",
          "access-control-allow-origin",
          "access-control-allow-credentials",
          "access-control-allow-headers",
          "access-control-allow-methods",
          "access-control-expose-headers");

  private Trailers() {}

  /**
   * What of a client's trailers a node is sent. A client that is no trusted proxy has to announce
   * them in the Trailer header (RFC 9110, 6.6.2): what looks at header sections then knows of them.
   *
   * @param head the header section of the request
   * @param trusted whether the client is a trusted proxy
   * @return the trailers themselves if all pass, null if none does
   */
  public static @Nullable Headers ofRequest(
      @Nullable Headers trailers, Headers head, boolean trusted) {
    return trailers == null
        ? null
        : without(trailers, Hops.namedByConnection(head), trusted ? null : head);
  }

  /**
   * What of a node's trailers a client is sent.
   *
   * @param head the header section of the response, as the node sent it
   * @return the trailers themselves if all pass, null if none does
   */
  public static @Nullable Headers ofResponse(@Nullable Headers trailers, Headers head) {
    return trailers == null ? null : without(trailers, Hops.namedByConnection(head), null);
  }

  private static @Nullable Headers without(
      Headers trailers, @Nullable Set<String> named, @Nullable Headers announcing) {
    int size = trailers.size();
    int first = 0;
    while (first < size && passes(trailers, first, named, announcing)) {
      first++;
    }
    if (first == size) {
      return size == 0 ? null : trailers;
    }
    Headers passed = new Headers(trailers.length());
    passed.addAll(trailers, 0, first);
    for (int i = first + 1; i < size; i++) {
      if (passes(trailers, i, named, announcing)) {
        passed.addAll(trailers, i, i + 1);
      }
    }
    return passed.size() == 0 ? null : passed;
  }

  private static boolean passes(
      Headers trailers, int field, @Nullable Set<String> named, @Nullable Headers announcing) {
    return mayTrail(trailers, field)
        && (named == null || !Hops.names(named, trailers, field))
        && (announcing == null || isAnnounced(trailers, field, announcing));
  }

  private static boolean mayTrail(Headers trailers, int field) {
    return switch (trailers.name(field)) {
      case OTHER -> !trailers.nameIn(field, MEANINGFUL);
      case GRPC_STATUS, GRPC_MESSAGE -> true;
      default -> false;
    };
  }

  private static boolean isAnnounced(Headers trailers, int field, Headers announcing) {
    return announcing.hasToken(
        HeaderName.TRAILER, trailers.nameText(field).toLowerCase(Locale.ROOT));
  }
}
