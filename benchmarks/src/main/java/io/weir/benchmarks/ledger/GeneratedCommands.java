package io.weir.benchmarks.ledger;

import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.image.Release;
import io.weir.contracts.image.Revision;
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
import io.weir.contracts.value.ReleasesKept;
import io.weir.contracts.value.Retries;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import io.weir.contracts.value.Timeout;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import io.weir.contracts.value.Weight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The commands of a {@link GeneratedLedger}: one VPC and instance, a service and an upstream for
 * every hundred APIs; then mostly changes of drafts, now and then of an upstream or a service, a
 * draft that goes and another that comes, and a release.
 */
final class GeneratedCommands {
  private static final int APIS_PER_SERVICE = 100;
  private static final VpcId VPC = new VpcId("vpc-00000000");
  private static final InstanceId INSTANCE = new InstanceId("instance-00000000");
  private static final ReleasesKept KEPT = new ReleasesKept(3);

  private final Random random = new Random(1);
  private final int apis;
  private final int services;
  private final List<TreeMap<Integer, ApiDefinition>> drafts = new ArrayList<>();
  private final Map<Integer, Release> releases = new HashMap<>();
  private int created;
  private int step;

  GeneratedCommands(int apis) {
    this.apis = apis;
    services = Math.max(1, apis / APIS_PER_SERVICE);
  }

  /** The events of the next command. */
  List<GatewayEvent> next() {
    int at = step++;
    if (at == 0) {
      return List.of(new VpcCreated(VPC, new VpcSettings(new Name("vpc"), Description.NONE)));
    }
    if (at == 1) {
      return List.of(
          new InstanceCreated(
              INSTANCE, new InstanceSettings(new Name("instance"), Description.NONE, VPC)));
    }
    if (at < 2 + services) {
      return List.of(new UpstreamCreated(upstream(at - 2), settings(at - 2), nodes()));
    }
    if (at < 2 + 2 * services) {
      drafts.add(new TreeMap<>());
      int service = at - 2 - services;
      return List.of(new ServiceCreated(service(service), service(service, "as created")));
    }
    return created < apis ? List.of(create(created % services)) : change();
  }

  private List<GatewayEvent> change() {
    int dice = random.nextInt(1000);
    int service = random.nextInt(services);
    if (dice < 880) {
      return List.of(changeDraft(service));
    }
    if (dice < 930) {
      return List.of(new UpstreamNodesChanged(upstream(service), nodes()));
    }
    if (dice < 950) {
      return List.of(
          new UpstreamSettingsChanged(upstream(service), settings(service)),
          new UpstreamNodesChanged(upstream(service), nodes()));
    }
    if (dice < 970) {
      return List.of(new ServiceChanged(service(service), service(service, words())));
    }
    if (dice < 998) {
      return List.of(delete(service), create(service));
    }
    return List.of(release(service));
  }

  private GatewayEvent create(int service) {
    int number = created++;
    ApiDefinition definition = definition(number, service, "as created");
    drafts.get(service).put(number, definition);
    return new ApiCreated(api(number), service(service), definition);
  }

  private GatewayEvent changeDraft(int service) {
    int number = any(service);
    ApiDefinition definition = definition(number, service, words());
    drafts.get(service).put(number, definition);
    return new ApiChanged(api(number), service(service), definition);
  }

  private GatewayEvent delete(int service) {
    int number = any(service);
    drafts.get(service).remove(number);
    return new ApiDeleted(api(number), service(service));
  }

  private GatewayEvent release(int service) {
    List<ReleasedApi> released = new ArrayList<>();
    drafts
        .get(service)
        .forEach((number, definition) -> released.add(new ReleasedApi(api(number), definition)));
    Environment[] all = Environment.values();
    var whole =
        new ServiceReleased(
            service(service),
            new ReleaseId("release-" + digits(step)),
            all[random.nextInt(all.length)],
            new Description(words()),
            released,
            KEPT);
    Release last =
        releases.put(
            service,
            new Release(
                whole.releaseId(),
                whole.environment(),
                whole.description(),
                released,
                new Revision(1, 1, Instant.EPOCH)));
    return Release.since(last, whole);
  }

  /** A draft of a service, which has at least one. */
  private int any(int service) {
    var of = drafts.get(service);
    Integer number = of.ceilingKey(random.nextInt(created));
    return number == null ? of.firstKey() : number;
  }

  private ApiDefinition definition(int number, int service, String words) {
    return new ApiDefinition(
        new Name("api_" + number),
        new Description(words),
        new FrontEnd(new FrontPath("/things/" + number + "/parts"), Method.GET),
        BackEnd.upstream(upstream(service), new BackPath("/v1/things/" + number), Timeout.DEFAULT));
  }

  private UpstreamSettings settings(int number) {
    return new UpstreamSettings(
        new Name("upstream_" + number),
        VPC,
        new Description(words()),
        Algorithm.WEIGHTED_ROUND_ROBIN,
        Protocol.HTTP,
        null,
        Retries.DEFAULT);
  }

  private Nodes nodes() {
    List<Node> nodes = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      nodes.add(
          new Node(
              new Address("10.0.0." + i), new Port(8080), new Weight(1 + random.nextInt(100))));
    }
    return new Nodes(nodes);
  }

  private static ServiceSettings service(int number, String words) {
    return new ServiceSettings(new Name("service_" + number), new Description(words), INSTANCE);
  }

  private String words() {
    return "as of change " + random.nextInt(1_000_000);
  }

  private static ServiceId service(int number) {
    return new ServiceId("service-" + digits(number));
  }

  private static UpstreamId upstream(int number) {
    return new UpstreamId("upstream-" + digits(number));
  }

  private static ApiId api(int number) {
    return new ApiId("api-" + digits(number));
  }

  private static String digits(int number) {
    String digits = Integer.toString(number);
    return "0".repeat(8 - digits.length()) + digits;
  }
}
