package io.weir.rest;

import io.weir.contracts.value.InvalidValueException;
import java.util.ArrayList;
import java.util.List;

/** Everything found wrong with one request. Not thread-safe. */
final class Violations {
  /** Beyond this many nobody reads them, and the answer would be larger than the request. */
  private static final int KEPT = 1000;

  private final List<Violation> found = new ArrayList<>();
  private int count;

  void add(Violation violation) {
    count++;
    if (found.size() < KEPT) {
      found.add(violation);
    }
  }

  void field(String pointer, String detail) {
    add(Violation.field(pointer, detail));
  }

  /** What a value type has against a value. */
  static String reason(InvalidValueException e) {
    return String.valueOf(e.getMessage());
  }

  /** How many there are, those beyond the limit too: an object is right only if it adds none. */
  int count() {
    return count;
  }

  /** Throws the problem that lists all violations, if there is one. */
  void end() {
    if (!found.isEmpty()) {
      throw ProblemException.invalid(found);
    }
  }
}
