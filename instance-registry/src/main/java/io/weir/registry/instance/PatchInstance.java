package io.weir.registry.instance;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.MergePatch;
import io.weir.rest.Precondition;
import io.weir.rest.ProblemException;
import io.weir.rest.Reasons;

/** Changes parts of a dedicated instance's settings, as they are at the moment of the decision. */
public record PatchInstance(InstanceId id, MergePatch patch, Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "patch-instance";
  }

  /**
   * Decides like {@link ReplaceInstance} with the patched settings.
   *
   * @throws ProblemException if the patched settings are invalid
   */
  @Override
  public Decision decide(GatewayImage image) {
    Instance current = image.instances().get(id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    InstanceSettings patched =
        patch.apply(InstanceView.of(image, current), fields -> InstanceContent.read(id, fields));
    return new ReplaceInstance(id, patched, precondition).decide(image);
  }
}
