package io.weir.standalone.home;

import java.util.Locale;

/** Whom management answers; written as the option says it. */
public enum Access {
  /** Who shows an API key; the first one is made in the home. */
  KEYS,
  /** Everybody who can reach a loopback address. */
  NONE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
