package io.weir.testing.event;

import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.DomainEvent.DomainBound;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.VpcEvent.VpcCreated;
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
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of creation with a sensible value for everything a test does not care about. */
public final class EventMother {
  private EventMother() {}

  /** A VPC of that name. */
  public static VpcCreated vpc(String name) {
    return new VpcCreated(VpcId.random(), new VpcSettings(new Name(name), Description.NONE));
  }

  /** A Cloud Connect Network of that name. */
  public static NetworkCreated network(String name) {
    return new NetworkCreated(
        CcnId.random(), new NetworkSettings(new Name(name), Description.NONE));
  }

  /** A dedicated instance in a VPC. */
  public static InstanceCreated instance(String name, VpcId vpc) {
    return new InstanceCreated(
        InstanceId.random(), new InstanceSettings(new Name(name), Description.NONE, vpc));
  }

  /** A node on the loopback interface. */
  public static Node node(int port, int weight) {
    return node("127.0.0.1", port, weight);
  }

  /** A node with an address or a name. */
  public static Node node(String address, int port, int weight) {
    return new Node(new Address(address), new Port(port), new Weight(weight));
  }

  /** What an HTTP upstream in a VPC is like, apart from its nodes. */
  public static UpstreamSettings upstreamSettings(@Nullable String name, VpcId vpc) {
    return new UpstreamSettings(
        name == null ? null : new Name(name),
        vpc,
        Description.NONE,
        Algorithm.WEIGHTED_ROUND_ROBIN,
        Protocol.HTTP,
        null,
        Retries.DEFAULT);
  }

  /** An HTTP upstream in a VPC. */
  public static UpstreamCreated upstream(String name, VpcId vpc, Node... nodes) {
    return new UpstreamCreated(
        UpstreamId.random(), upstreamSettings(name, vpc), new Nodes(Arrays.asList(nodes)));
  }

  /** A service on a dedicated instance, or on the shared one if that is null. */
  public static ServiceCreated service(String name, @Nullable InstanceId instance) {
    return new ServiceCreated(
        ServiceId.random(), new ServiceSettings(new Name(name), Description.NONE, instance));
  }

  /** A domain that leads to an environment of a service and has no certificate. */
  public static DomainBound bound(String domain, ServiceId service, Environment environment) {
    return new DomainBound(new Domain(domain), new DomainSettings(service, environment, null));
  }

  /** What an API is like that takes any method and sends a request's path on as it is. */
  public static ApiDefinition definition(String name, String frontPath, UpstreamId upstream) {
    var path = new FrontPath(frontPath);
    return new ApiDefinition(
        new Name(name),
        Description.NONE,
        new FrontEnd(path, Method.ANY),
        BackEnd.upstream(upstream, new BackPath(path.path()), Timeout.DEFAULT));
  }

  /** An API that takes any method and sends a request's path on as it is. */
  public static ApiCreated api(
      ServiceId service, String name, String frontPath, UpstreamId upstream) {
    return new ApiCreated(ApiId.random(), service, definition(name, frontPath, upstream));
  }

  /** A release of those APIs, all of the service, into an environment. */
  public static ServiceReleased released(
      ServiceId service, Environment environment, ApiCreated... apis) {
    List<ReleasedApi> frozen =
        Arrays.stream(apis).map(api -> new ReleasedApi(api.id(), api.definition())).toList();
    return new ServiceReleased(service, ReleaseId.random(), environment, Description.NONE, frozen);
  }
}
