package io.weir.registry.network;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Network;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.NetworkSettings;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.MergePatch;
import io.weir.rest.Precondition;
import io.weir.rest.ProblemException;
import io.weir.rest.Reasons;

/**
 * Changes parts of a Cloud Connect Network's settings, as they are at the moment of the decision.
 */
public record PatchNetwork(CcnId id, MergePatch patch, Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "patch-cloud-connect-network";
  }

  /**
   * Decides like {@link ReplaceNetwork} with the patched settings.
   *
   * @throws ProblemException if the patched settings are invalid
   */
  @Override
  public Decision decide(GatewayImage image) {
    Network current = image.networks().get(id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    NetworkSettings patched =
        patch.apply(NetworkView.of(image, current), fields -> NetworkContent.read(id, fields));
    return new ReplaceNetwork(id, patched, precondition).decide(image);
  }
}
