package io.weir.contracts.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request, and where; at most one of pointer, parameter and header
 * is given.
 *
 * @param pointer RFC 6901 pointer into the body; the empty text is the body itself
 * @param parameter of the query
 * @param header of the request
 * @param code of the rule that refused it, or null if the value itself is wrong
 * @param detail completes the sentence "this field ..." for a value, or is one for a rule
 * @param related ids of the objects that stand in the way
 * @param changed what stood, was put and stands at the pointer, where that is what is wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(
    @Nullable String pointer,
    @Nullable String parameter,
    @Nullable String header,
    @Nullable String code,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> related,
    @JsonUnwrapped @Nullable ChangedSince changed) {
  public Violation {
    related = List.copyOf(related);
  }

  /** Of a field of the body. */
  public static Violation field(String pointer, String detail) {
    return new Violation(pointer, null, null, null, detail, List.of(), null);
  }

  /** Of a query parameter. */
  public static Violation parameter(String name, String detail) {
    return new Violation(null, name, null, null, detail, List.of(), null);
  }

  /** Of a request header. */
  public static Violation header(String name, String detail) {
    return new Violation(null, null, name, null, detail, List.of(), null);
  }

  /** The place and what is wrong there. */
  String sentence() {
    if (pointer != null) {
      return (pointer.isEmpty() ? "the body" : pointer) + " " + detail;
    }
    return (parameter != null ? parameter : header) + " " + detail;
  }
}
