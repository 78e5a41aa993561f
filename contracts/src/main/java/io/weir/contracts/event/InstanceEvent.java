package io.weir.contracts.event;

import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import java.util.List;

/** What happens to a dedicated instance. */
public sealed interface InstanceEvent extends GatewayEvent {
  /** The instance. */
  InstanceId id();

  @Override
  default String stream() {
    return "instance/" + id();
  }

  @Override
  default List<String> subjects() {
    return List.of(id().value());
  }

  /** A dedicated instance came to be. */
  record InstanceCreated(InstanceId id, InstanceSettings settings) implements InstanceEvent {
    @Override
    public List<String> subjects() {
      return List.of(id.value(), settings.vpcId().value());
    }
  }

  /** The settings were replaced. */
  record InstanceChanged(InstanceId id, InstanceSettings settings) implements InstanceEvent {
    @Override
    public List<String> subjects() {
      return List.of(id.value(), settings.vpcId().value());
    }
  }

  /** The instance is gone. */
  record InstanceDeleted(InstanceId id) implements InstanceEvent {}
}
