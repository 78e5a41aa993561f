package io.weir.registry.vpc;

import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.image.Link;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.image.Vpc;
import io.weir.contracts.value.VpcId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.rest.Precondition;
import io.weir.rest.Reasons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deletes a VPC that no upstream or instance lives in and no Cloud Connect Network has attached.
 */
public record DeleteVpc(VpcId id, Precondition precondition) implements Command {
  @Override
  public String name() {
    return "delete-vpc";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Vpc current = image.vpcs().get(id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    return new Reasons()
        .add(precondition.refuse(id.value(), current.revision().version()))
        .add(inUse(image))
        .decide(new VpcDeleted(id));
  }

  private Optional<Refusal> inUse(GatewayImage image) {
    List<String> users = users(image);
    return users.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                RefusalCode.IN_USE, id + " is used by " + String.join(", ", users), null, users));
  }

  private List<String> users(GatewayImage image) {
    List<String> users = new ArrayList<>();
    for (Upstream upstream : image.upstreams().values()) {
      if (upstream.settings().vpcId().equals(id)) {
        users.add(upstream.id().value());
      }
    }
    for (Instance instance : image.instances().values()) {
      if (instance.settings().vpcId().equals(id)) {
        users.add(instance.id().value());
      }
    }
    for (Link link : image.links().values()) {
      if (link.attached() && link.key().vpcId().equals(id)) {
        users.add(link.key().networkId().value());
      }
    }
    return users;
  }
}
