package io.weir.acceptance.chaos;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a run is made of.
 *
 * @param seed of the schedule and of what clients do
 * @param faults how many at least
 * @param most after which, from when clients write, no further fault begins
 * @param converge within which everybody has to agree once the last fault is over and all processes
 *     are ready
 * @param clients of the management API, 1 and up
 * @param judgeEvery after how many faults what was recorded so far is judged
 * @param home where processes keep their files and what they print; emptied first
 */
public record ChaosOptions(
    long seed,
    int faults,
    Duration most,
    Duration converge,
    int clients,
    int judgeEvery,
    Path home) {
  public ChaosOptions {
    if (faults < 1 || clients < 1 || judgeEvery < 1 || converge.isNegative()) {
      throw new IllegalArgumentException(
          "at least one fault, one client, and a time that is not negative");
    }
  }
}
