package io.weir.contracts.content;

import io.weir.contracts.value.InvalidValueException;
import java.util.ArrayList;
import java.util.List;

/** Everything found wrong with one request. Not thread-safe. */
public final class Violations {
  /** Beyond this many nobody reads them, and the answer would be larger than the request. */
  private static final int KEPT = 1000;

  private final List<Violation> found = new ArrayList<>();
  private int count;

  /** Adds one. */
  public void add(Violation violation) {
    count++;
    if (found.size() < KEPT) {
      found.add(violation);
    }
  }

  void field(String pointer, String detail) {
    add(Violation.field(pointer, detail));
  }

  /** What a value type has against a value. */
  public static String reason(InvalidValueException e) {
    return String.valueOf(e.getMessage());
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** How many there are, those beyond the limit too: an object is right only if it adds none. */
  int count() {
    return count;
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidContentException with all violations, if there is one
   */
  public void end() {
    if (!found.isEmpty()) {
      throw new InvalidContentException(found);
    }
  }
}
