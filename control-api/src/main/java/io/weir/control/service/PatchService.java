package io.weir.control.service;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.MergePatch;
import io.weir.rest.Precondition;
import io.weir.rest.ProblemException;
import io.weir.rest.Reasons;

/** Changes parts of a service's settings, as they are at the moment of the decision. */
public record PatchService(ServiceId id, MergePatch patch, Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "patch-service";
  }

  /**
   * Decides like {@link ReplaceService} with the patched settings.
   *
   * @throws ProblemException if the patched settings are invalid
   */
  @Override
  public Decision decide(GatewayImage image) {
    Service current = image.services().get(id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    ServiceSettings patched =
        patch.apply(ServiceView.of(current), fields -> ServiceContent.read(id, fields));
    return new ReplaceService(id, patched, precondition).decide(image);
  }
}
