package io.weir.rest;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import io.weir.contracts.log.Hash;
import io.weir.ledger.CommandContext;
import io.weir.ledger.Idempotency;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, why, from where, and whether for the first time: the request headers every command is
 * recorded with.
 */
final class Callers {
  /** Who asks; there is no authentication to know it from. */
  static final String ACTOR = "Weir-Actor";

  /** Why. */
  static final String REASON = "Weir-Reason";

  /** Names an attempt, so that repeating it does nothing new. */
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[!-~]{8,255}");

  private Callers() {}

  /**
   * The context of a command.
   *
   * @throws ProblemException 400 if a header is malformed
   */
  static CommandContext of(RoutingContext request, @Nullable Body body) {
    MultiMap headers = request.request().headers();
    Violations violations = new Violations();
    String actor = text(headers, ACTOR, 100, violations);
    String reason = text(headers, REASON, 500, violations);
    String key = headers.get(IDEMPOTENCY_KEY);
    if (key != null && !KEY.matcher(key).matches()) {
      violations.add(
          Violation.header(IDEMPOTENCY_KEY, "must be 8 to 255 visible ASCII characters"));
    }
    violations.end();
    String name = actor == null ? "anonymous" : actor;
    var remote = request.request().remoteAddress();
    return new CommandContext(
        name,
        reason,
        remote == null ? null : remote.hostAddress(),
        Correlation.of(request),
        key == null ? null : new Idempotency(scope(request, name), key, hash(request, body)));
  }

  private static String scope(RoutingContext request, String actor) {
    return request.request().method() + " " + request.request().path() + " " + actor;
  }

  /** Everything besides the scope that makes two requests different. */
  private static Hash hash(RoutingContext request, @Nullable Body body) {
    String query = request.request().query();
    String expected = String.join(",", request.request().headers().getAll("If-Match"));
    return Hash.of(
        (body == null ? "" : body.hash().hex())
            + "\n"
            + (query == null ? "" : query)
            + "\n"
            + expected);
  }

  private static @Nullable String text(
      MultiMap headers, String name, int limit, Violations violations) {
    String raw = headers.get(name);
    if (raw == null || raw.isBlank()) {
      return null;
    }
    String value = unicode(raw).strip();
    if (value.isEmpty()) {
      return null;
    }
    if (value.codePointCount(0, value.length()) > limit
        || value.chars().anyMatch(Character::isISOControl)) {
      violations.add(
          Violation.header(
              name, "must be at most " + limit + " characters and no control characters"));
    }
    return value;
  }

  /** The server reads header bytes as ISO 8859-1; clients that speak other languages send UTF-8. */
  static String unicode(String raw) {
    byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return raw;
    }
  }
}
