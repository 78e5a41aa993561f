package io.weir.contracts.event;

import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import java.util.List;

/** What happens to a VPC. */
public sealed interface VpcEvent extends GatewayEvent {
  /** The VPC. */
  VpcId id();

  @Override
  default String stream() {
    return "vpc/" + id();
  }

  @Override
  default List<String> subjects() {
    return List.of(id().value());
  }

  /** A VPC came to be. */
  record VpcCreated(VpcId id, VpcSettings settings) implements VpcEvent {}

  /** The settings were replaced. */
  record VpcChanged(VpcId id, VpcSettings settings) implements VpcEvent {}

  /** The VPC is gone, and with it every memory of its links. */
  record VpcDeleted(VpcId id) implements VpcEvent {}
}
