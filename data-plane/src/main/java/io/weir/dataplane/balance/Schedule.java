package io.weir.dataplane.balance;

/** The shares of nodes and the sequence that gives them out. Immutable. */
record Schedule(Shares shares, WeightedRing ring) {
  static Schedule of(Shares shares) {
    return new Schedule(shares, WeightedRing.of(shares.weights()));
  }
}
