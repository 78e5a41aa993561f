package io.weir.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.Violation;
import io.weir.guard.access.LeakedKeys;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An error as the client reads it: RFC 9457 problem details.
 *
 * @param type a URN made of the code
 * @param code what programs compare, such as {@code VALIDATION_FAILED}
 * @param instance the path of the request
 * @param correlation what the server's log names this request by; null where the log has nothing to
 *     add
 * @param errors everything that is wrong, not only the first
 * @param related ids of the objects that stand in the way
 */
public record Problem(
    String type,
    String title,
    int status,
    String code,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String instance,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String correlation,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> errors,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> related) {
  /** The media type of every error. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    // both may repeat what was asked for
    detail = LeakedKeys.masked(detail);
    instance = instance == null ? null : LeakedKeys.masked(instance);
    errors = List.copyOf(errors);
    related = List.copyOf(related);
  }

  /** A problem with a sentence about it. */
  public static Problem of(ProblemCode code, String detail) {
    return of(code, detail, List.of());
  }

  /** A problem with everything that is wrong. */
  public static Problem of(ProblemCode code, String detail, List<Violation> errors) {
    return of(code.name(), code.status(), detail, errors, List.of());
  }

  static Problem of(
      String code, int status, String detail, List<Violation> errors, List<String> related) {
    String words = code.toLowerCase(Locale.ROOT);
    String title = code.charAt(0) + words.substring(1).replace('_', ' ');
    return new Problem(
        "urn:weir:problem:" + words.replace('_', '-'),
        title,
        status,
        code,
        detail,
        null,
        null,
        errors,
        related);
  }

  /** The same problem of the request at {@code path}. */
  public Problem at(String path) {
    return new Problem(type, title, status, code, detail, path, correlation, errors, related);
  }

  /** The same problem, to be found in the log by {@code id}. */
  public Problem logged(String id) {
    return new Problem(type, title, status, code, detail, instance, id, errors, related);
  }

  /** The JSON text. */
  public String json() {
    try {
      return Json.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + this, e);
    }
  }
}
