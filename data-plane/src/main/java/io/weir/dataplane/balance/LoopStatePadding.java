package io.weir.dataplane.balance;

/** Keeps the object before a {@link LoopState} in the heap out of the cache line it writes. */
abstract class LoopStatePadding {
  @SuppressWarnings("unused") // only takes room
  private long before1, before2, before3, before4, before5, before6, before7;
}
