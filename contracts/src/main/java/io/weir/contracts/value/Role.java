package io.weir.contracts.value;

/** What whoever asks management may do; which operations that are, the table of access says. */
public enum Role {
  /** Reads the configuration and its history. */
  VIEWER,
  /** Reads what was refused, too, and takes all of it away. */
  AUDITOR,
  /** Reads and changes the configuration. */
  OPERATOR,
  /** Does all of that, and decides who else may. */
  ADMIN
}
