package io.weir.control.upstream;

import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.UpstreamId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.Reasons;

/** Creates an upstream in a VPC. */
public record CreateUpstream(UpstreamId id, UpstreamContent content) implements Command {
  @Override
  public String name() {
    return "create-upstream";
  }

  @Override
  public Decision decide(GatewayImage image) {
    return new Reasons()
        .add(UpstreamRules.broken(image, id, content.settings()))
        .decide(new UpstreamCreated(id, content.settings(), content.nodes()));
  }
}
