package io.weir.control.upstream;

import io.weir.contracts.event.UpstreamEvent;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.UpstreamId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.Precondition;
import io.weir.rest.Reasons;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives an upstream new content; settings and nodes are events of their own, and what stays equal
 * is none.
 */
public record ReplaceUpstream(UpstreamId id, UpstreamContent content, Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "replace-upstream";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Upstream current = image.upstreams().get(id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    return new Reasons()
        .add(precondition.refuse(id.value(), current.revision().version()))
        .add(UpstreamRules.broken(image, id, content.settings()))
        .decide(changes(current));
  }

  private List<UpstreamEvent> changes(Upstream current) {
    List<UpstreamEvent> changes = new ArrayList<>();
    if (!content.settings().equals(current.settings())) {
      changes.add(new UpstreamSettingsChanged(id, content.settings()));
    }
    if (!content.nodes().equals(current.nodes())) {
      changes.add(new UpstreamNodesChanged(id, content.nodes()));
    }
    return changes;
  }
}
