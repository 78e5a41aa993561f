package io.weir.control.api;

import io.weir.contracts.image.Api;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.MergePatch;
import io.weir.rest.Precondition;
import io.weir.rest.ProblemException;
import io.weir.rest.Reasons;

/** Changes parts of the draft of an API, as it is at the moment of the decision. */
public record PatchApi(
    ServiceId serviceId, ApiId id, MergePatch patch, Require require, Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "patch-api";
  }

  /**
   * Decides like {@link ReplaceApi} with the patched definition.
   *
   * @throws ProblemException if the patched definition is invalid
   */
  @Override
  public Decision decide(GatewayImage image) {
    if (!image.services().containsKey(serviceId)) {
      return Reasons.notFound(serviceId);
    }
    Api current = image.api(serviceId, id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    ApiDefinition patched =
        patch.apply(ApiView.of(image, current), fields -> ApiContent.read(serviceId, id, fields));
    return new ReplaceApi(serviceId, id, patched, require, precondition).decide(image);
  }
}
