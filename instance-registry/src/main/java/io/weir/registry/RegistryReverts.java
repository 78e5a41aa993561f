package io.weir.registry;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.event.ApiEvent;
import io.weir.contracts.event.DomainEvent;
import io.weir.contracts.event.InstanceEvent;
import io.weir.contracts.event.KeyEvent;
import io.weir.contracts.event.LedgerKeyEvent;
import io.weir.contracts.event.NetworkEvent;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.ReleaseEvent;
import io.weir.contracts.event.ServiceEvent;
import io.weir.contracts.event.UpstreamEvent;
import io.weir.contracts.event.VpcEvent;
import io.weir.ledger.PastEvent;
import io.weir.registry.instance.InstanceKind;
import io.weir.registry.network.LinkResource;
import io.weir.registry.network.NetworkKind;
import io.weir.registry.vpc.VpcKind;
import io.weir.rest.EntityTags;
import io.weir.rest.ProblemException;
import io.weir.rest.Reads;
import io.weir.rest.Writes;
import io.weir.rest.revert.Reversal;
import io.weir.rest.revert.RevertResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Reverts what is instance-registry's; control-api asks for it. */
@Path("/v1/events/{position}/revert")
public class RegistryReverts extends RevertResource {
  private final Writes writes;

  RegistryReverts(Reads reads, Writes writes) {
    super(reads);
    this.writes = writes;
  }

  @Override
  protected Uni<Response> revert(PastEvent event, EntityTags tags) {
    return reversal(event, tags).append(writes);
  }

  static Reversal reversal(PastEvent event, EntityTags tags) {
    return switch (event.event()) {
      case VpcEvent of -> Reversal.of(event, VpcKind.VPC, of.id(), "/v1/vpcs", tags);
      case InstanceEvent of ->
          Reversal.of(event, InstanceKind.INSTANCE, of.id(), "/v1/instances", tags);
      case LinkAttached(var network, var vpc) -> LinkResource.detaching(network, vpc, tags);
      case LinkDetached(var network, var vpc) -> LinkResource.attaching(network, vpc, tags);
      case NetworkEvent of ->
          Reversal.of(event, NetworkKind.NETWORK, of.id(), "/v1/cloud-connect-networks", tags);
      case UpstreamEvent _,
          ServiceEvent _,
          ReleaseEvent _,
          ApiEvent _,
          DomainEvent _,
          KeyEvent _,
          LedgerKeyEvent _ ->
          throw ProblemException.notFound(
              event.event().stream() + " is not known here: ask control-api");
    };
  }
}
