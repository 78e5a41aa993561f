package io.weir.registry.instance;

import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.contracts.value.VpcId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.rest.Reasons;
import java.util.Optional;

/** Creates a dedicated instance in a VPC. */
public record CreateInstance(InstanceId id, InstanceSettings settings) implements Command {
  @Override
  public String name() {
    return "create-instance";
  }

  @Override
  public Decision decide(GatewayImage image) {
    return new Reasons()
        .add(InstanceRules.broken(image, id, settings))
        .add(vpcExists(image))
        .decide(new InstanceCreated(id, settings));
  }

  private Optional<Refusal> vpcExists(GatewayImage image) {
    VpcId vpc = settings.vpcId();
    return image.vpcs().containsKey(vpc)
        ? Optional.empty()
        : Optional.of(
            Refusal.at("/vpcId", RefusalCode.UNKNOWN_VPC, "there is no " + vpc, vpc.value()));
  }
}
