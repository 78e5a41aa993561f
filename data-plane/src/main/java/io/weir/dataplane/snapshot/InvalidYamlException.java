package io.weir.dataplane.snapshot;

import java.util.List;
import java.util.stream.Collectors;

/** A YAML text does not describe a configuration; all that is wrong with it is listed. */
public final class InvalidYamlException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  InvalidYamlException(List<Violation> violations) {
    super(violations.stream().map(Violation::toString).collect(Collectors.joining("\n")));
    this.violations = violations;
  }

  /** All of them, by place. */
  public List<Violation> violations() {
    return violations;
  }
}
