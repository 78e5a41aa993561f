package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

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

  /** The service whose id the first label is, whether or not it exists. */
  public Optional<ServiceId> serviceInFirstLabel() {
    try {
      return Optional.of(new ServiceId(value.substring(0, value.indexOf('.'))));
    } catch (InvalidValueException e) {
      return Optional.empty();
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
