package io.weir.acceptance.chaos.fault;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A moment of a schedule: one fault, or two at a time.
 *
 * @param pauseMillis without faults before it
 * @param holdMillis from the last injection to the first healing
 * @param recover whether everything has to be ready again before the next step
 */
public record Step(int pauseMillis, List<Disruption> together, int holdMillis, boolean recover) {
  public Step {
    together = List.copyOf(together);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "after %.1f s, for %.1f s: %s%s",
        pauseMillis / 1000.0,
        holdMillis / 1000.0,
        together.stream().map(Disruption::toString).collect(Collectors.joining(" + ")),
        recover ? "" : "; the next step does not wait for recovery");
  }
}
