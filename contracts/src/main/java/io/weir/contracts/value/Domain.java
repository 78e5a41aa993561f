package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A custom domain: a host name in lower case of at least two labels, up to 253 characters, no IP
 * address and not below {@code localhost}.
 */
public record Domain(@JsonValue String value) implements Comparable<Domain> {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Domain {
    if (!HostSyntax.isHostName(value)
        || !value.contains(".")
        || !value.equals(value.toLowerCase(Locale.ROOT))
        || value.endsWith(".localhost")) {
      throw new InvalidValueException(
          "must be a host name in lower case of two labels or more, not below localhost");
    }
  }

  @Override
  public int compareTo(Domain other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
