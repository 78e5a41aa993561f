package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a release of a service is reachable; the first segment of the URL path. */
public enum Environment {
  RELEASE("release"),
  PREPUB("prepub"),
  TEST("test");

  private final String value;

  Environment(String value) {
    this.value = value;
  }

  /** The name in URLs and JSON. */
  @JsonValue
  public String value() {
    return value;
  }

  /** Throws {@link InvalidValueException} for any text but release, prepub and test. */
  @JsonCreator
  public static Environment of(String value) {
    for (Environment environment : values()) {
      if (environment.value.equals(value)) {
        return environment;
      }
    }
    throw new InvalidValueException("must be release, prepub or test");
  }
}
