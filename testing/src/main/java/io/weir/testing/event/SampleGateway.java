package io.weir.testing.event;

import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Node;
import java.util.List;

/**
 * A small whole gateway: two VPCs joined by a Cloud Connect Network, a dedicated instance in the
 * first, an upstream in the second, a service on the instance with one API at {@code /pets},
 * released.
 */
public record SampleGateway(
    VpcCreated instanceVpc,
    VpcCreated upstreamVpc,
    NetworkCreated network,
    InstanceCreated instance,
    UpstreamCreated upstream,
    ServiceCreated service,
    ApiCreated api,
    ServiceReleased release) {

  /** The sample with an upstream of those nodes. */
  public static SampleGateway withNodes(Node... nodes) {
    var edge = EventMother.vpc("edge");
    var shop = EventMother.vpc("shop");
    var instance = EventMother.instance("front", edge.id());
    var upstream = EventMother.upstream("pets", shop.id(), nodes);
    var service = EventMother.service("shop", instance.id());
    var api = EventMother.api(service.id(), "pets", "/pets", upstream.id());
    return new SampleGateway(
        edge,
        shop,
        EventMother.network("backbone"),
        instance,
        upstream,
        service,
        api,
        EventMother.released(service.id(), Environment.RELEASE, api));
  }

  /** Everything but the links: the API is released and its upstream out of reach. */
  public List<GatewayEvent> unconnected() {
    return List.of(instanceVpc, upstreamVpc, network, instance, upstream, service, api, release);
  }

  /** What joins the two VPCs. */
  public List<GatewayEvent> connect() {
    return List.of(
        new LinkAttached(network.id(), instanceVpc.id()),
        new LinkAttached(network.id(), upstreamVpc.id()));
  }

  /** What takes the upstream's VPC off the network again. */
  public GatewayEvent disconnect() {
    return new LinkDetached(network.id(), upstreamVpc.id());
  }

  /** A ledger holding all of it, connected, every event a command of its own. */
  public FakeLedger ledger() {
    var ledger = new FakeLedger();
    unconnected().forEach(ledger::append);
    connect().forEach(ledger::append);
    return ledger;
  }
}
