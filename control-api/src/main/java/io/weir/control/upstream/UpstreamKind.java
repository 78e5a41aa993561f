package io.weir.control.upstream;

import io.weir.contracts.content.UpstreamContent;
import io.weir.contracts.event.UpstreamEvent;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.UpstreamId;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Kind;
import java.util.ArrayList;
import java.util.List;

/** VPC upstreams; settings and nodes are events of their own. */
public final class UpstreamKind {
  private UpstreamKind() {}

  /** The kind, with these warnings about nodes. */
  public static Kind<UpstreamId, Upstream, UpstreamContent> of(NodeWarnings warnings) {
    return Kind.of("upstream", GatewayImage::upstreams, UpstreamKind::content, Upstream::revision)
        .uniqueName(content -> content.settings().name(), GatewayImage::upstreamNamed)
        .refersTo(
            "/vpcId",
            RefusalCode.UNKNOWN_VPC,
            content -> content.settings().vpcId(),
            GatewayImage::vpcs)
        .heldBy(UpstreamUse::holds)
        .shows("apiCount", (image, upstream) -> image.associatedApis(upstream.id()).size())
        .warns((image, upstream) -> warnings.of(upstream))
        .named(UpstreamId::new, UpstreamId::random)
        .made(
            UpstreamContent::read,
            (id, content) -> new UpstreamCreated(id, content.settings(), content.nodes()),
            UpstreamKind::changes,
            UpstreamDeleted::new);
  }

  private static UpstreamContent content(Upstream upstream) {
    return new UpstreamContent(upstream.settings(), upstream.nodes());
  }

  private static List<UpstreamEvent> changes(
      UpstreamId id, Upstream current, UpstreamContent content) {
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
