package io.weir.contracts.value;

/** How an upstream spreads requests over its nodes. */
public enum Algorithm {
  /** Smooth weighted round robin: exact over one period, as evenly interleaved as weights allow. */
  WEIGHTED_ROUND_ROBIN
}
