package io.weir.projector.view;

import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.topic.Commit;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * What one command did.
 *
 * @param delta from the image before; all events of the command are in it
 * @param after the image after
 */
public record Change(Commit commit, GatewayDelta delta, GatewayImage after) {
  GatewayImage before() {
    return delta.base();
  }

  /** When the command's first event was recorded: no later than any change it made. */
  OffsetDateTime at() {
    return time(commit.entries().getFirst().recorded().envelope().recordedAt());
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
