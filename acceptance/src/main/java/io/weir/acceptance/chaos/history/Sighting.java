package io.weir.acceptance.chaos.history;

import io.weir.acceptance.chaos.fault.Target;
import io.weir.contracts.image.ImageHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway node said of itself at one time.
 *
 * @param start which start of its process it was, 1 and up
 * @param at {@link System#nanoTime}
 * @param position of the last event in what it serves, 0 for none
 * @param hash of that event, or null
 * @param hashes of images that it has served lately
 */
public record Sighting(
    Target gateway,
    int start,
    long at,
    String state,
    boolean ready,
    long position,
    @Nullable String ledgerId,
    @Nullable String hash,
    List<ImageHash> hashes) {
  public Sighting {
    hashes = List.copyOf(hashes);
  }

  /** Whether another says nothing else, but for the time. */
  boolean saysTheSame(Sighting other) {
    return start == other.start
        && state.equals(other.state)
        && ready == other.ready
        && position == other.position
        && hashes.equals(other.hashes);
  }
}
