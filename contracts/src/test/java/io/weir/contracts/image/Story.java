package io.weir.contracts.image;

import io.weir.contracts.event.DomainEvent.DomainBound;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.history.Recorder;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.Address;
import io.weir.contracts.value.Algorithm;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.BackEnd;
import io.weir.contracts.value.BackPath;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.FrontEnd;
import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.NetworkSettings;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.Port;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.Retries;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import io.weir.contracts.value.Timeout;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import io.weir.contracts.value.Weight;
import java.util.List;
import java.util.UUID;

/** A small configuration, told event by event; each event is a command of its own. */
final class Story {
  static final VpcId VPC_A = new VpcId("vpc-aaaaaaaa");
  static final VpcId VPC_B = new VpcId("vpc-bbbbbbbb");
  static final CcnId CCN_1 = new CcnId("ccn-11111111");
  static final CcnId CCN_2 = new CcnId("ccn-22222222");
  static final InstanceId INSTANCE = new InstanceId("instance-aaaaaaaa");
  static final UpstreamId UPSTREAM = new UpstreamId("upstream-aaaaaaaa");
  static final UpstreamId OTHER_UPSTREAM = new UpstreamId("upstream-bbbbbbbb");
  static final ServiceId SERVICE = new ServiceId("service-aaaaaaaa");
  static final ServiceId OTHER_SERVICE = new ServiceId("service-bbbbbbbb");
  static final ApiId API = new ApiId("api-aaaaaaaa");
  static final ApiId OTHER_API = new ApiId("api-bbbbbbbb");
  static final ReleaseId RELEASE = new ReleaseId("release-aaaaaaaa");
  static final ReleaseId OTHER_RELEASE = new ReleaseId("release-bbbbbbbb");

  static final Domain DOMAIN = new Domain("api.example.com");

  private final Recorder recorder = new Recorder(new UUID(1, 1));
  private GatewayImage image = GatewayImage.genesis(new UUID(1, 1));

  /** Goes on with these events. */
  GatewayDelta tell(GatewayEvent... events) {
    GatewayDelta delta = new GatewayDelta(image);
    for (GatewayEvent event : events) {
      for (Recorded recorded : recorder.record(event)) {
        delta.replay(recorded, event);
      }
    }
    image = delta.apply();
    return delta;
  }

  GatewayImage image() {
    return image;
  }

  /** Two VPCs, an instance, two upstreams and a service: positions 1 to 6. */
  static Story begun() {
    Story story = new Story();
    story.tell(
        new VpcCreated(VPC_A, new VpcSettings(new Name("a"), Description.NONE)),
        new VpcCreated(VPC_B, new VpcSettings(new Name("b"), Description.NONE)),
        instance(),
        upstream(UPSTREAM, "one"),
        upstream(OTHER_UPSTREAM, "other"),
        new ServiceCreated(SERVICE, dedicated("shop")));
    return story;
  }

  static InstanceCreated instance() {
    return new InstanceCreated(
        INSTANCE, new InstanceSettings(new Name("edge"), Description.NONE, VPC_A));
  }

  static UpstreamCreated upstream(UpstreamId id, String name) {
    return new UpstreamCreated(id, settings(name, VPC_B), nodes());
  }

  static UpstreamSettings settings(String name, VpcId vpc) {
    return new UpstreamSettings(
        new Name(name),
        vpc,
        Description.NONE,
        Algorithm.WEIGHTED_ROUND_ROBIN,
        Protocol.HTTP,
        null,
        Retries.DEFAULT);
  }

  static Nodes nodes() {
    return new Nodes(List.of(new Node(new Address("10.0.0.1"), new Port(80), new Weight(1))));
  }

  static ServiceSettings dedicated(String name) {
    return new ServiceSettings(new Name(name), Description.NONE, INSTANCE);
  }

  static DomainBound bound(ServiceId service) {
    return new DomainBound(DOMAIN, new DomainSettings(service, Environment.RELEASE, null));
  }

  static NetworkCreated network(CcnId id, String name) {
    return new NetworkCreated(id, new NetworkSettings(new Name(name), Description.NONE));
  }

  static ApiDefinition api(String name, String path, UpstreamId upstream) {
    return new ApiDefinition(
        new Name(name),
        Description.NONE,
        new FrontEnd(new FrontPath(path), Method.GET),
        BackEnd.upstream(upstream, new BackPath("/"), Timeout.DEFAULT));
  }

  static ServiceReleased released(ReleaseId id, Environment environment, ReleasedApi... apis) {
    return new ServiceReleased(SERVICE, id, environment, Description.NONE, List.of(apis));
  }
}
