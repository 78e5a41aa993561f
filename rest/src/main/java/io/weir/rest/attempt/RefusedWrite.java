package io.weir.rest.attempt;

import io.weir.contracts.content.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A write that was refused before it became a command.
 *
 * @param operation method and path, without the query
 * @param status of the answer
 * @param code of the problem that was answered
 * @param errors everything that was wrong; values that were sent are not in it
 * @param known whether this gateway knew the caller; what others cause is kept more sparingly
 * @param actor who asked, as far as that is known
 * @param correlation what the answer calls the request
 */
public record RefusedWrite(
    Instant at,
    String operation,
    int status,
    String code,
    List<Violation> errors,
    boolean known,
    @Nullable String actor,
    @Nullable String sourceAddress,
    String correlation) {
  public RefusedWrite {
    errors = List.copyOf(errors);
  }
}
