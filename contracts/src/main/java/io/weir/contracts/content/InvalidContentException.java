package io.weir.contracts.content;

import java.util.List;

/** Says everything that is wrong with what a caller gave; carries no stack trace. */
public final class InvalidContentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /** At least one violation. */
  public InvalidContentException(List<Violation> violations) {
    super(summary(violations), null, false, false);
    this.violations = List.copyOf(violations);
  }

  /** Everything that is wrong, at least one thing. */
  public List<Violation> violations() {
    return violations;
  }

  private static String summary(List<Violation> violations) {
    return violations.size() == 1
        ? violations.getFirst().sentence()
        : violations.size() + " things are wrong with this request";
  }
}
