package io.weir.control.upstream;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.UpstreamId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.MergePatch;
import io.weir.rest.Precondition;
import io.weir.rest.ProblemException;
import io.weir.rest.Reasons;

/** Changes parts of an upstream, as it is at the moment of the decision. */
public record PatchUpstream(UpstreamId id, MergePatch patch, Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "patch-upstream";
  }

  /**
   * Decides like {@link ReplaceUpstream} with the patched content.
   *
   * @throws ProblemException if the patched content is invalid
   */
  @Override
  public Decision decide(GatewayImage image) {
    Upstream current = image.upstreams().get(id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    UpstreamContent patched =
        patch.apply(UpstreamView.of(image, current), fields -> UpstreamContent.read(id, fields));
    return new ReplaceUpstream(id, patched, precondition).decide(image);
  }
}
