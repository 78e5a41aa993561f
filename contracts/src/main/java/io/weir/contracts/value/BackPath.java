package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** The path sent to a node: literal, or using the {@code {param}}s of the front-end path. */
public record BackPath(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public BackPath {
    PathSyntax.check(value);
  }

  /** The names between braces, in order. */
  public List<String> parameters() {
    return PathSyntax.parameters(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
