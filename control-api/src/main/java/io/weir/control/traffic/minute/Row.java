package io.weir.control.traffic.minute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * One line of what was counted in a minute.
 *
 * @param <T> what was counted
 */
interface Row<T extends Tally<T>> {
  /** What was counted. */
  T tally();

  /** Whether it stands for others. */
  boolean others();

  /** What all rows have together, added to something. */
  static <T extends Tally<T>> T sum(List<? extends Row<T>> rows, T into) {
    rows.forEach(row -> into.add(row.tally()));
    return into;
  }

  /** The largest of them, and one more that stands for the rest. */
  static <T extends Tally<T>, R extends Row<T>> List<R> largest(
      List<R> rows, int most, Function<List<R>, R> others) {
    if (rows.size() <= most) {
      return rows;
    }
    List<R> sorted = new ArrayList<>(rows);
    sorted.sort(
        Comparator.comparing((R row) -> row.others()).thenComparing(row -> -row.tally().size()));
    List<R> kept = new ArrayList<>(sorted.subList(0, most - 1));
    kept.add(others.apply(sorted.subList(most - 1, sorted.size())));
    return List.copyOf(kept);
  }
}
