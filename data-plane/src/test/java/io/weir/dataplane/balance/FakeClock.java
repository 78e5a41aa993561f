package io.weir.dataplane.balance;

import java.util.function.LongSupplier;

/** The time as a test sets it. */
final class FakeClock implements LongSupplier {
  private volatile long nanos = 1_000;

  @Override
  public long getAsLong() {
    return nanos;
  }

  @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread sets it
  void advanceSeconds(double seconds) {
    nanos += (long) (seconds * 1e9);
  }
}
