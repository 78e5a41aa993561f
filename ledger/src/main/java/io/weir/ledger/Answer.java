package io.weir.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller is told about a recorded command; kept with it, so that a repeated key gets the
 * very same answer.
 *
 * @param status an HTTP status
 * @param body null if there is none
 */
public record Answer(int status, @Nullable String body, Map<String, String> headers) {
  public Answer {
    headers = Map.copyOf(headers);
  }
}
