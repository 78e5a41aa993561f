package io.weir.projector.view;

import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.topic.Commit;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.UpstreamId;
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

  /**
   * Whether the reachability of an API that was not touched itself may have changed. Nothing refers
   * to an instance or an upstream before it is created or after it is deleted, so only one that
   * moved to another VPC matters.
   */
  boolean mayMoveReachability() {
    if (!delta.touchedLinks().isEmpty()) {
      return true;
    }
    for (InstanceId id : delta.touchedInstances()) {
      Instance was = before().instances().get(id);
      Instance is = after.instances().get(id);
      if (was != null && is != null && !was.settings().vpcId().equals(is.settings().vpcId())) {
        return true;
      }
    }
    for (UpstreamId id : delta.touchedUpstreams()) {
      Upstream was = before().upstreams().get(id);
      Upstream is = after.upstreams().get(id);
      if (was != null && is != null && !was.settings().vpcId().equals(is.settings().vpcId())) {
        return true;
      }
    }
    return false;
  }
}
