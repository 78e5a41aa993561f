package io.weir.registry.vpc;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Vpc;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.MergePatch;
import io.weir.rest.Precondition;
import io.weir.rest.ProblemException;
import io.weir.rest.Reasons;

/** Changes parts of a VPC's settings, as they are at the moment of the decision. */
public record PatchVpc(VpcId id, MergePatch patch, Precondition precondition) implements Command {
  @Override
  public String name() {
    return "patch-vpc";
  }

  /**
   * Decides like {@link ReplaceVpc} with the patched settings.
   *
   * @throws ProblemException if the patched settings are invalid
   */
  @Override
  public Decision decide(GatewayImage image) {
    Vpc current = image.vpcs().get(id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    VpcSettings patched = patch.apply(VpcView.of(current), fields -> VpcContent.read(id, fields));
    return new ReplaceVpc(id, patched, precondition).decide(image);
  }
}
