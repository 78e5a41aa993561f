package io.weir.rest;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import io.weir.contracts.content.Violation;
import io.weir.contracts.content.Violations;
import io.weir.contracts.log.Hash;
import io.weir.guard.access.Caller;
import io.weir.guard.access.LeakedKeys;
import io.weir.guard.access.Paths;
import io.weir.ledger.CommandContext;
import io.weir.ledger.Idempotency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, why, from where, and whether for the first time: the request headers every command is
 * recorded with.
 */
final class Callers {
  /** Who asks, as he says himself: believed only where nobody is asked to prove it. */
  static final String ACTOR = "Weir-Actor";

  /** Why. */
  static final String REASON = "Weir-Reason";

  /** Names an attempt, so that repeating it does nothing new. */
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private static final int OPERATION = 300;
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
    String key = only(headers, IDEMPOTENCY_KEY, violations);
    if (key != null && !KEY.matcher(key).matches()) {
      violations.add(
          Violation.header(IDEMPOTENCY_KEY, "must be 8 to 255 visible ASCII characters"));
    }
    violations.end();
    Caller caller = Caller.of(request);
    String name = caller.isProven() || actor == null ? caller.actor() : actor;
    return new CommandContext(
        name,
        caller.authentication(),
        caller.scope(),
        reason,
        sourceAddress(request),
        Correlation.of(request),
        key == null
            ? null
            : new Idempotency(scope(request, caller, name), key, hash(request, body)),
        operation(request));
  }

  /** Who asks, if that can be told; never fails. */
  static @Nullable String actor(RoutingContext request) {
    Caller caller = Caller.find(request).orElse(null);
    if (caller == null || caller.isProven()) {
      return caller == null ? null : caller.actor();
    }
    Violations violations = new Violations();
    String actor = text(request.request().headers(), ACTOR, 100, violations);
    return violations.isEmpty() ? actor : null;
  }

  /** From where; null if the connection is gone. */
  static @Nullable String sourceAddress(RoutingContext request) {
    var remote = request.request().remoteAddress();
    return remote == null ? null : remote.hostAddress();
  }

  /**
   * What is asked: method and path, which is cut where it is long; never the query, and no secret
   * of a key that somebody took for its id.
   */
  static String operation(RoutingContext request) {
    String operation = request.request().method() + " " + request.request().path();
    String readable = LeakedKeys.masked(operation).replaceAll("\\p{Cntrl}", "?");
    return readable.length() <= OPERATION ? readable : readable.substring(0, OPERATION);
  }

  /** One key, whatever its name was before, or one name where nobody proves his. */
  private static String scope(RoutingContext request, Caller caller, String name) {
    return request.request().method()
        + " "
        + Paths.canonical(request.normalizedPath())
        + " "
        + (caller.isProven() ? caller.authentication() + " " : "")
        + name;
  }

  /** Everything besides the scope that makes two requests different. */
  private static Hash hash(RoutingContext request, @Nullable Body body) {
    String query = request.request().query();
    MultiMap headers = request.request().headers();
    String expected =
        String.join(",", headers.getAll("If-Match"))
            + String.join(",", headers.getAll("If-None-Match"));
    return Hash.of(
        (body == null ? "" : body.hash().hex())
            + "\n"
            + (query == null ? "" : query)
            + "\n"
            + expected);
  }

  private static @Nullable String only(MultiMap headers, String name, Violations violations) {
    List<String> given = headers.getAll(name);
    if (given.size() > 1) {
      violations.add(Violation.header(name, "must be given once"));
    }
    return given.isEmpty() ? null : given.getFirst();
  }

  private static @Nullable String text(
      MultiMap headers, String name, int limit, Violations violations) {
    String raw = only(headers, name, violations);
    if (raw == null || raw.isBlank()) {
      return null;
    }
    String value = ExtValue.decode(raw).strip();
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
}
