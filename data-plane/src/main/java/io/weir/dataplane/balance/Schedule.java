package io.weir.dataplane.balance;

import io.weir.contracts.value.Algorithm;

/** The shares of nodes and the sequence that gives them out. Immutable. */
record Schedule(Algorithm algorithm, Shares shares, WeightedRing ring) {
  static Schedule of(Algorithm algorithm, Shares shares) {
    return new Schedule(
        algorithm,
        shares,
        switch (algorithm) {
          case WEIGHTED_ROUND_ROBIN -> WeightedRing.of(shares.weights());
        });
  }

  /** Whether the sequence is right for these, too. */
  boolean fits(Algorithm other, Shares now) {
    return algorithm == other && shares.same(now);
  }
}
