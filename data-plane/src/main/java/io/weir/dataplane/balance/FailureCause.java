package io.weir.dataplane.balance;

import io.weir.dataplane.balance.NodeOutcome.Answered;
import io.weir.dataplane.balance.NodeOutcome.Ended;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A failure that is held against a node, to be told to people if it turns out to matter.
 *
 * @param words what went wrong, or null if the outcome says it all
 * @param checkSeconds how long a probe may take, 0 if it was a request
 */
record FailureCause(NodeOutcome outcome, @Nullable String words, int checkSeconds) {
  private static final int LONGEST = 120;
  private static final String REFUSED = "Connection refused";

  /** A short sentence, such as {@code check: status 503}. */
  String text() {
    return (checkSeconds > 0 ? "check: " : "requests: ") + what();
  }

  private String what() {
    if (outcome instanceof Answered answered) {
      return "status " + answered.status();
    }
    if (outcome == Ended.TIMED_OUT) {
      return checkSeconds > 0 ? "no answer in " + checkSeconds + " s" : "no answer in time";
    }
    if (words == null || words.isBlank()) {
      return outcome.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
    // what the system says beside it is of no use to those who read this
    if (words.contains(REFUSED)) {
      return "connection refused";
    }
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
  }
}
