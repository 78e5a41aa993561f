package io.weir.control.replay;

import io.weir.contracts.image.ImageHash;
import java.util.List;

/**
 * What a process last said of its images.
 *
 * @param kind {@code REPLICA}, {@code PROJECTOR} or {@code CONTROL_API}
 * @param position of what it has now
 * @param hashes of what it has had lately, the newest first
 */
record Told(String kind, String id, long position, List<ImageHash> hashes) {
  Told {
    hashes = List.copyOf(hashes);
  }
}
