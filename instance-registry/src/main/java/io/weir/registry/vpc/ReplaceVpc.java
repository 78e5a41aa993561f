package io.weir.registry.vpc;

import io.weir.contracts.event.VpcEvent.VpcChanged;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Vpc;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.Precondition;
import io.weir.rest.Reasons;
import java.util.List;

/** Gives a VPC new settings. */
public record ReplaceVpc(VpcId id, VpcSettings settings, Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "replace-vpc";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Vpc current = image.vpcs().get(id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    return new Reasons()
        .add(precondition.refuse(id.value(), current.revision().version()))
        .add(VpcRules.broken(image, id, settings))
        .decide(
            settings.equals(current.settings())
                ? List.of()
                : List.of(new VpcChanged(id, settings)));
  }
}
