package io.weir.contracts.event;

import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.NetworkSettings;
import io.weir.contracts.value.VpcId;
import java.util.List;

/** What happens to a Cloud Connect Network and its links. */
public sealed interface NetworkEvent extends GatewayEvent {
  /** The network. */
  CcnId id();

  @Override
  default String stream() {
    return "ccn/" + id();
  }

  @Override
  default List<String> subjects() {
    return List.of(id().value());
  }

  /** A Cloud Connect Network came to be. */
  record NetworkCreated(CcnId id, NetworkSettings settings) implements NetworkEvent {}

  /** The settings were replaced. */
  record NetworkChanged(CcnId id, NetworkSettings settings) implements NetworkEvent {}

  /** The network is gone. */
  record NetworkDeleted(CcnId id) implements NetworkEvent {}

  /**
   * A VPC was attached to the network: it can now reach, and be reached from, every other attached
   * VPC.
   */
  record LinkAttached(CcnId id, VpcId vpcId) implements NetworkEvent {
    @Override
    public List<String> subjects() {
      return List.of(id.value(), vpcId.value());
    }
  }

  /** A VPC was detached from the network. */
  record LinkDetached(CcnId id, VpcId vpcId) implements NetworkEvent {
    @Override
    public List<String> subjects() {
      return List.of(id.value(), vpcId.value());
    }
  }
}
