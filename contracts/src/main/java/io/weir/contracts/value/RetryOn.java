package io.weir.contracts.value;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a request is tried again for, besides a node that could not be reached or did not answer.
 *
 * @param statuses answers that count as failures of the attempt: any of {@link #RETRYABLE}, none
 *     twice; kept in ascending order
 * @param nonIdempotent whether requests that may have had an effect already are tried again too,
 *     such as a POST
 */
public record RetryOn(List<Integer> statuses, boolean nonIdempotent) {
  /** The answers that may be tried again: another node may well give a better one. */
  public static final Set<Integer> RETRYABLE = Set.of(429, 502, 503, 504);

  /** No further reason: what an upstream gets when it does not say. */
  public static final RetryOn NONE = new RetryOn(List.of(), false);

  public RetryOn {
    if (!RETRYABLE.containsAll(statuses) || new HashSet<>(statuses).size() < statuses.size()) {
      throw new InvalidValueException("must hold any of 429, 502, 503, 504, none twice");
    }
    statuses = statuses.stream().sorted().toList();
  }
}
