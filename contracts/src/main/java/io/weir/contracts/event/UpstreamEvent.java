package io.weir.contracts.event;

import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;
import java.util.List;

/** What happens to an upstream. */
public sealed interface UpstreamEvent extends GatewayEvent {
  /** The upstream. */
  UpstreamId id();

  @Override
  default String stream() {
    return "upstream/" + id();
  }

  @Override
  default List<String> subjects() {
    return List.of(id().value());
  }

  /** An upstream came to be. */
  record UpstreamCreated(UpstreamId id, UpstreamSettings settings, Nodes nodes)
      implements UpstreamEvent {
    @Override
    public List<String> subjects() {
      return List.of(id.value(), settings.vpcId().value());
    }
  }

  /** Everything but the nodes was replaced. */
  record UpstreamSettingsChanged(UpstreamId id, UpstreamSettings settings)
      implements UpstreamEvent {
    @Override
    public List<String> subjects() {
      return List.of(id.value(), settings.vpcId().value());
    }
  }

  /** The node list was replaced, weights included, in one step. */
  record UpstreamNodesChanged(UpstreamId id, Nodes nodes) implements UpstreamEvent {}

  /** The upstream is gone. */
  record UpstreamDeleted(UpstreamId id) implements UpstreamEvent {}
}
