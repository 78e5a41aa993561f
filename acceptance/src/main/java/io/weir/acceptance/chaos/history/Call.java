package io.weir.acceptance.chaos.history;

import io.weir.acceptance.chaos.fault.Target;
import org.jspecify.annotations.Nullable;

/**
 * One request of traffic through a gateway node.
 *
 * @param begun {@link System#nanoTime}, as {@code ended}
 * @param status of the answer, 0 without one
 * @param failure why there was none, or null
 */
public record Call(Target gateway, long begun, long ended, int status, @Nullable String failure) {
  /** Whether it was answered as a healthy back end answers. */
  public boolean good() {
    return failure == null && status / 100 == 2;
  }

  @Override
  public String toString() {
    return "%s: %s after %d ms"
        .formatted(
            gateway, failure == null ? "status " + status : failure, (ended - begun) / 1_000_000);
  }
}
