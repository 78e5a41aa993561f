package io.weir.projector.projection;

import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Snapshot;
import io.weir.contracts.topic.Commit;
import io.weir.projector.view.Change;
import org.jspecify.annotations.Nullable;

/** The step from one image to the next. */
public final class Fold {
  private Fold() {}

  /**
   * What a command does.
   *
   * @param at the image before it, or null before the first
   * @throws io.weir.contracts.topic.TopicFaultException if it speaks of something that does not
   *     exist
   */
  public static Change step(@Nullable Snapshot at, Commit commit) {
    GatewayImage image = at == null ? GatewayImage.genesis(commit.ledgerId()) : at.image();
    GatewayDelta delta = new GatewayDelta(image);
    commit.replayOn(delta);
    return new Change(commit, delta, delta.apply());
  }
}
