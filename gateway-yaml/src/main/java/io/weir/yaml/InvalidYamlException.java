package io.weir.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A YAML text does not describe a configuration; all that is wrong with it is listed. */
public final class InvalidYamlException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<PlacedViolation> violations;

  InvalidYamlException(List<PlacedViolation> violations) {
    super(violations.stream().map(PlacedViolation::toString).collect(Collectors.joining("\n")));
    this.violations = List.copyOf(violations);
  }

  /** All of them, by place. */
  public List<PlacedViolation> violations() {
    return violations;
  }
}
