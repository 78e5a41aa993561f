package io.weir.control.api;

import io.weir.contracts.value.InvalidValueException;

/** What the caller wants to be true of an API's upstream from the start. */
public enum Require {
  /**
   * Whether requests would get through is reported, and may change later without the API being
   * touched.
   */
  NOTHING,
  /** An API whose upstream is out of reach is refused. */
  REACHABLE;

  /** The query parameter that tells. */
  static final String PARAMETER = "require";

  /**
   * The value of the query parameter; throws {@link InvalidValueException} for any text but {@code
   * reachable}.
   */
  static Require of(String text) {
    if (text.equals("reachable")) {
      return REACHABLE;
    }
    throw new InvalidValueException("must be reachable");
  }
}
