package io.weir.benchmarks.gateway;

import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Revision;
import io.weir.contracts.image.Snapshot;
import io.weir.contracts.value.Address;
import io.weir.contracts.value.Algorithm;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.BackEnd;
import io.weir.contracts.value.BackPath;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.FrontEnd;
import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.Port;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.Retries;
import io.weir.contracts.value.RetryOn;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import io.weir.contracts.value.SlowStart;
import io.weir.contracts.value.Timeout;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamLimits;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import io.weir.contracts.value.Weight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A configuration for benchmarks: one upstream, one service, any number of released APIs. */
public final class WeirConfiguration {
  private static final VpcId VPC = new VpcId("vpc-00000000");
  private static final InstanceId INSTANCE = new InstanceId("instance-00000000");
  private static final UpstreamId UPSTREAM = new UpstreamId("upstream-00000000");
  private static final Name NAME = new Name("bench");
  private static final Environment ENVIRONMENT = Environment.RELEASE;

  /** The service that has them all. */
  public static final ServiceId SERVICE = new ServiceId("service-00000000");

  private WeirConfiguration() {}

  static Snapshot of(Site site) {
    List<GatewayEvent> events = events(site.backendPorts(), site.of().routes());
    if (site.of().clients() == Clients.GRPC) {
      events.add(new UpstreamSettingsChanged(UPSTREAM, settings(HttpVersion.HTTP_2)));
    }
    return new Snapshot(image(events), -1);
  }

  /** The image with so many APIs on an upstream of these nodes. */
  public static GatewayImage image(List<Integer> ports, int apis) {
    return image(events(ports, apis));
  }

  private static GatewayImage image(List<GatewayEvent> events) {
    GatewayDelta delta = new GatewayDelta(GatewayImage.genesis(new UUID(0, 0)));
    for (int i = 0; i < events.size(); i++) {
      delta.replay(new Revision(1, i + 1, Instant.EPOCH), events.get(i));
    }
    return delta.apply();
  }

  /** The events that make it, a release of all APIs the last. */
  public static List<GatewayEvent> events(List<Integer> ports, int apis) {
    List<GatewayEvent> events = new ArrayList<>();
    events.add(new VpcCreated(VPC, new VpcSettings(NAME, Description.NONE)));
    events.add(new InstanceCreated(INSTANCE, new InstanceSettings(NAME, Description.NONE, VPC)));
    events.add(
        new UpstreamCreated(
            UPSTREAM,
            settings(HttpVersion.HTTP_1_1),
            new Nodes(ports.stream().map(WeirConfiguration::node).toList())));
    events.add(new ServiceCreated(SERVICE, new ServiceSettings(NAME, Description.NONE, INSTANCE)));
    List<ReleasedApi> released = new ArrayList<>();
    for (int i = 0; i < apis; i++) {
      ApiCreated api = new ApiCreated(apiId(i), SERVICE, definition(i));
      events.add(api);
      released.add(new ReleasedApi(api.id(), api.definition()));
    }
    events.add(release(released));
    return events;
  }

  private static UpstreamSettings settings(HttpVersion version) {
    return new UpstreamSettings(
        NAME,
        VPC,
        Description.NONE,
        Algorithm.WEIGHTED_ROUND_ROBIN,
        Protocol.HTTP,
        null,
        Retries.DEFAULT,
        RetryOn.NONE,
        version,
        null,
        SlowStart.OFF,
        UpstreamLimits.DEFAULT,
        null);
  }

  /** A release of these APIs. */
  public static ServiceReleased release(List<ReleasedApi> apis) {
    return new ServiceReleased(SERVICE, ReleaseId.random(), ENVIRONMENT, Description.NONE, apis);
  }

  private static Node node(int port) {
    return new Node(new Address("127.0.0.1"), new Port(port), new Weight(1));
  }

  private static ApiId apiId(int number) {
    return new ApiId("api-%08d".formatted(number));
  }

  private static ApiDefinition definition(int number) {
    String path = Case.path(number);
    return new ApiDefinition(
        new Name("api" + number),
        Description.NONE,
        new FrontEnd(new FrontPath(path), Method.ANY),
        BackEnd.upstream(UPSTREAM, new BackPath(path), Timeout.DEFAULT));
  }
}
