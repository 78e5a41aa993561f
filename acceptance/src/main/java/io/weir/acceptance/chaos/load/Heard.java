package io.weir.acceptance.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What management answered.
 *
 * @param position {@code Weir-Position}, -1 without one
 * @param tag the entity tag, or null
 * @param next the path of the next page of a list, or null
 */
public record Heard(
    int status, JsonNode body, long position, @Nullable String tag, @Nullable String next) {
  /** Whether it is success. */
  public boolean good() {
    return status / 100 == 2;
  }

  /** Whether it was refused for good. */
  public boolean refused() {
    return status / 100 == 4;
  }
}
