package io.weir.dataplane.balance;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How many of something are under way on all event loops together, never more than a limit. Each
 * loop counts in cache lines of its own; what they share is only written when a loop's count has
 * moved by {@value #STEP} or more, so far below the limit no loop waits for another.
 *
 * <p>A loop reserves room in steps before it counts in it. As long as all reservations together are
 * within the limit, so are the counts, and nobody adds them up. Nearer to the limit they are added
 * up under a lock: reservations that are not used refuse nobody.
 */
final class LoopCounts {
  /** How much room a loop reserves at a time. */
  static final int STEP = 16;

  /** The ints of two cache lines of 64 bytes, which processors fetch together. */
  private static final int LINE = 32;

  /** Where the sum of reservations is; what is before it keeps the array's header away. */
  private static final int RESERVED = LINE;

  private static final int FIRST_LOOP = 2 * LINE;
  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);

  /** Of each loop its count and, next to it, what it has reserved, which is never less. */
  private final int[] cells;

  /** All 0, for so many loops. */
  LoopCounts(int loops) {
    cells = new int[FIRST_LOOP + loops * LINE];
  }

  /** Counts one more, whatever the limit; called by the loop's thread. */
  void add(int loop) {
    int cell = cell(loop);
    int count = cells[cell] + 1;
    reserve(cell, count);
    CELL.setVolatile(cells, cell, count);
  }

  /**
   * Counts one more if they are less than {@code limit}; called by the loop's thread.
   *
   * @return whether it was counted, hence {@link #remove} must follow
   */
  boolean tryAdd(int loop, int limit) {
    int cell = cell(loop);
    int count = cells[cell] + 1;
    reserve(cell, count);
    if (reserved() <= limit) {
      CELL.setVolatile(cells, cell, count);
      // again: who has found too much reserved since has to have seen this count, or this sees that
      if (reserved() <= limit) {
        return true;
      }
      CELL.setVolatile(cells, cell, count - 1);
    }
    return tryAddNear(cell, count, limit);
  }

  private synchronized boolean tryAddNear(int cell, int count, int limit) {
    if (sum() >= limit) {
      return false;
    }
    CELL.setVolatile(cells, cell, count);
    return true;
  }

  /**
   * Counts one less; called by the loop's thread.
   *
   * @throws IllegalStateException if the loop has none
   */
  void remove(int loop) {
    int cell = cell(loop);
    int count = cells[cell] - 1;
    if (count < 0) {
      throw new IllegalStateException("more ended than began");
    }
    // who sees it late sees too many, never too few
    CELL.setRelease(cells, cell, count);
    int reserved = cells[cell + 1];
    if (reserved - count >= 2 * STEP) {
      cells[cell + 1] = reserved - STEP;
      CELL.getAndAdd(cells, RESERVED, -STEP);
    }
  }

  /** Whether there is room for one more right now; any thread. */
  boolean hasRoom(int limit) {
    return reserved() < limit || sum() < limit;
  }

  /** How many there are; any thread. */
  int sum() {
    int sum = 0;
    for (int cell = FIRST_LOOP; cell < cells.length; cell += LINE) {
      sum += (int) CELL.getVolatile(cells, cell);
    }
    return sum;
  }

  private static int cell(int loop) {
    return FIRST_LOOP + loop * LINE;
  }

  private void reserve(int cell, int count) {
    int reserved = cells[cell + 1];
    if (count > reserved) {
      cells[cell + 1] = reserved + STEP;
      CELL.getAndAdd(cells, RESERVED, STEP);
    }
  }

  private int reserved() {
    return (int) CELL.getVolatile(cells, RESERVED);
  }
}
