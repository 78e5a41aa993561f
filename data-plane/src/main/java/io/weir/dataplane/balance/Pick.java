package io.weir.dataplane.balance;

/** Which node takes a request, or why none does. */
public sealed interface Pick permits LiveNode, Pick.None {
  /** Why no node takes it. */
  enum None implements Pick {
    /** None takes requests, or all that do are to be avoided. */
    NO_NODE,
    /** Those that would take it have as many requests as they may. */
    OVERLOADED
  }
}
