package io.weir.dataplane.metrics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Counters of one event loop. Only that loop's thread writes, with plain additions; any thread
 * reads values that are whole and never go back. Nothing else is in the cache lines that are
 * written.
 */
public final class Cells {
  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

  /** Two cache lines, since processors fetch them in pairs. */
  private static final int PADDING = 16;

  private final long[] cells;

  /** So many counters at zero. */
  public Cells(int size) {
    cells = new long[PADDING + size + PADDING];
  }

  /** Adds one; for the owning thread. */
  public void increment(int cell) {
    add(cell, 1);
  }

  /** Adds; for the owning thread. */
  public void add(int cell, long many) {
    int at = PADDING + cell;
    CELL.setOpaque(cells, at, cells[at] + many);
  }

  /** The value now. */
  public long get(int cell) {
    return (long) CELL.getOpaque(cells, PADDING + cell);
  }
}
