package io.weir.dataplane.balance;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What one event loop remembers of one upstream: its places in the rotation and its counts. Only
 * that loop's thread writes; any thread reads the counts. Fields are declared so that no other
 * object of the heap shares a cache line with those that are written: all are longs, since smaller
 * ones would be moved into the header's gap.
 */
final class LoopState extends LoopStateFields {
  private static final VarHandle OVERLOADS = count("overloads");
  private static final VarHandle RETRYING = count("retrying");
  private static final VarHandle FAIL_OPEN = count("failOpen");

  @SuppressWarnings("unused") // keeps the next object away
  private long after1, after2, after3, after4, after5, after6, after7;

  /** Begins its rotation at a phase, and that of its retries elsewhere. */
  LoopState(long phase) {
    this.phase = phase;
    retryPhase = ~phase;
  }

  private static VarHandle count(String name) {
    try {
      return MethodHandles.lookup().findVarHandle(LoopStateFields.class, name, long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The phase of a first pick; the next one gets one {@code step} more. */
  long advance(long step) {
    long now = phase;
    phase = now + step;
    return now;
  }

  /** The phase of a pick that repeats a request. */
  long retryPhase() {
    return retryPhase;
  }

  /** Sets where the next repeated pick begins. */
  void retryPhase(long phase) {
    retryPhase = phase;
  }

  void countOverload() {
    OVERLOADS.setOpaque(this, overloads + 1);
  }

  void addRetrying(int many) {
    RETRYING.setOpaque(this, retrying + many);
  }

  void countFailOpen() {
    FAIL_OPEN.setOpaque(this, failOpen + 1);
  }

  long overloads() {
    return (long) OVERLOADS.getOpaque(this);
  }

  long retrying() {
    return (long) RETRYING.getOpaque(this);
  }

  long failOpen() {
    return (long) FAIL_OPEN.getOpaque(this);
  }
}
