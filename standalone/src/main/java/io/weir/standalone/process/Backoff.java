package io.weir.standalone.process;

import java.time.Duration;

/** How long to wait before the next start: doubling from half a second to 15 s. */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final Duration GOOD_RUN = Duration.ofMinutes(1);

  private Duration next = FIRST;

  /**
   * @param lastRun how long the process that just ended had lived; after a minute it starts anew
   */
  Duration after(Duration lastRun) {
    if (lastRun.compareTo(GOOD_RUN) >= 0) {
      next = FIRST;
    }
    Duration now = next;
    next = now.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : now.multipliedBy(2);
    return now;
  }
}
