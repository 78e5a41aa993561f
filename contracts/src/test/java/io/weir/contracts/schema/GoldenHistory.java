package io.weir.contracts.schema;

import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.DomainEvent.DomainBound;
import io.weir.contracts.event.DomainEvent.DomainChanged;
import io.weir.contracts.event.DomainEvent.DomainUnbound;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceChanged;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.InstanceEvent.InstanceDeleted;
import io.weir.contracts.event.KeyEvent.KeyCreated;
import io.weir.contracts.event.KeyEvent.KeyExpired;
import io.weir.contracts.event.KeyEvent.KeyRevoked;
import io.weir.contracts.event.KeyEvent.KeyUsed;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyCreated;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyRetired;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.NetworkEvent.NetworkChanged;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.NetworkEvent.NetworkDeleted;
import io.weir.contracts.event.ReleaseEvent.EnvironmentSwitched;
import io.weir.contracts.event.ReleaseEvent.EnvironmentUnreleased;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.ServiceEvent.ServiceDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.event.VpcEvent.VpcChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.history.Recorder;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.Address;
import io.weir.contracts.value.Algorithm;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.BackEnd;
import io.weir.contracts.value.BackPath;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.CertificateName;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Expiry;
import io.weir.contracts.value.FrontEnd;
import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.HostHeader;
import io.weir.contracts.value.HttpStatuses;
import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySettings;
import io.weir.contracts.value.LedgerKeyId;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.NetworkSettings;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.NodeTls;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.Port;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.PublicKey;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ReleasesKept;
import io.weir.contracts.value.Retries;
import io.weir.contracts.value.RetryOn;
import io.weir.contracts.value.Role;
import io.weir.contracts.value.Scope;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One event of every current type, with every field it can have, or two where no event has them
 * all, in an order that makes sense: what golden files are written from.
 */
final class GoldenHistory {
  private static final VpcId VPC = new VpcId("vpc-4n5bfklc");
  private static final CcnId NETWORK = new CcnId("ccn-q2w3e4r5");
  private static final InstanceId INSTANCE = new InstanceId("instance-a1b2c3d4");
  private static final UpstreamId UPSTREAM = new UpstreamId("upstream-0a1b2c3d");
  private static final ServiceId SERVICE = new ServiceId("service-zyxwvuts");
  private static final ApiId API = new ApiId("api-77777777");
  private static final ApiId OTHER_API = new ApiId("api-88888888");
  private static final Domain DOMAIN = new Domain("api.shop.example");
  private static final KeyId KEY = new KeyId("key-m1n2b3v4");
  private static final List<Authentication> AUTHENTICATIONS =
      List.of(
          Authentication.key(KEY),
          Authentication.oidc("https://id.example/realms/weir"),
          Authentication.NONE,
          Authentication.WEIR);
  private static final LedgerKeyId LEDGER_KEY = new LedgerKeyId("ledger-key-4n5bfklc");
  private static final ReleaseId RELEASE = new ReleaseId("release-9z8y7x6w");
  private static final ReleaseId NEXT_RELEASE = new ReleaseId("release-1a2b3c4d");

  private GoldenHistory() {}

  /** What builds objects up. */
  static List<GatewayEvent> ups() {
    ApiDefinition draft = definition("=/orders", "/v1/orders", Method.GET);
    ApiDefinition better = definition("/orders/{id}", "/v2/orders/{id}", Method.ANY);
    return List.of(
        new VpcCreated(VPC, new VpcSettings(new Name("core"), Description.NONE)),
        new VpcChanged(
            VPC, new VpcSettings(new Name("core"), new Description("Grüße, 上游 \uD83D\uDE80"))),
        new NetworkCreated(NETWORK, new NetworkSettings(new Name("all"), Description.NONE)),
        new NetworkChanged(
            NETWORK, new NetworkSettings(new Name("everything"), new Description("two\nlines"))),
        new LinkAttached(NETWORK, VPC),
        new InstanceCreated(
            INSTANCE, new InstanceSettings(new Name("edge"), Description.NONE, VPC)),
        new InstanceChanged(
            INSTANCE, new InstanceSettings(new Name("edge"), new Description("for \"all\""), VPC)),
        new UpstreamCreated(
            UPSTREAM,
            new UpstreamSettings(
                new Name("orders"),
                VPC,
                new Description("the order service"),
                Algorithm.WEIGHTED_ROUND_ROBIN,
                Protocol.HTTP,
                new HostHeader("orders.internal:8080"),
                Retries.DEFAULT,
                new RetryOn(List.of(502, 503), true),
                HttpVersion.HTTP_2,
                HealthChecker.DEFAULT,
                new SlowStart(60),
                UpstreamLimits.DEFAULT,
                null),
            new Nodes(
                List.of(
                    new Node(new Address("10.0.0.1"), new Port(8080), new Weight(5)),
                    new Node(new Address("orders-2.internal"), new Port(8080), new Weight(3)),
                    new Node(new Address("2001:db8::7"), new Port(65_535), new Weight(0), true)))),
        new UpstreamSettingsChanged(
            UPSTREAM,
            new UpstreamSettings(
                new Name("orders_v2"),
                VPC,
                Description.NONE,
                Algorithm.WEIGHTED_ROUND_ROBIN,
                Protocol.HTTPS,
                new HostHeader("[2001:db8::1]"),
                new Retries(100),
                RetryOn.NONE,
                HttpVersion.HTTP_1_1,
                new HealthChecker(
                    true,
                    true,
                    new HttpStatuses("200,204,300-399"),
                    new HttpStatuses("429,500-599"),
                    0,
                    1,
                    254,
                    "/healthz?deep=true",
                    60,
                    3600,
                    0,
                    50),
                SlowStart.OFF,
                new UpstreamLimits(1, 200, 1_000_000),
                new NodeTls(
                    false,
                    "orders.internal",
                    new CertificateName("orders-ca"),
                    new CertificateName("weir.client_2026")))),
        new UpstreamNodesChanged(
            UPSTREAM,
            new Nodes(List.of(new Node(new Address("10.0.0.2"), new Port(8443), new Weight(100))))),
        new ServiceCreated(
            SERVICE, new ServiceSettings(new Name("shop"), Description.NONE, INSTANCE)),
        new ServiceChanged(
            SERVICE,
            new ServiceSettings(new Name("shop"), new Description("what we sell"), INSTANCE)),
        new ApiCreated(API, SERVICE, draft),
        new ApiChanged(API, SERVICE, better),
        new ServiceReleased(
            SERVICE,
            RELEASE,
            Environment.TEST,
            new Description("first"),
            List.of(new ReleasedApi(API, better)),
            new ReleasesKept(20)),
        new ServiceReleased(
            SERVICE,
            NEXT_RELEASE,
            Environment.PREPUB,
            new Description("second"),
            RELEASE,
            List.of(new ReleasedApi(OTHER_API, draft)),
            List.of(API),
            1,
            new ReleasesKept(20)),
        new EnvironmentSwitched(SERVICE, Environment.RELEASE, RELEASE),
        new DomainBound(
            DOMAIN,
            new DomainSettings(SERVICE, Environment.TEST, new CertificateName("shop.example"))),
        new DomainChanged(DOMAIN, new DomainSettings(SERVICE, Environment.RELEASE, null)),
        new KeyCreated(
            KEY,
            new KeySettings(
                new Name("deployer"),
                Role.OPERATOR,
                new Scope(List.of(VPC.value(), INSTANCE.value(), SERVICE.value())),
                Expiry.of("2027-02-28T23:59:59Z"))),
        new KeyUsed(KEY),
        new KeyExpired(KEY),
        new LedgerKeyCreated(
            LEDGER_KEY, new PublicKey("KWNh5r5y2cy5R6VpYzVwbvx0VbQXlDKYtL7Ry4dHdAk=")));
  }

  /** What takes them apart again. */
  static List<GatewayEvent> downs() {
    return List.of(
        new KeyRevoked(KEY),
        new LedgerKeyRetired(LEDGER_KEY),
        new DomainUnbound(DOMAIN),
        new EnvironmentUnreleased(SERVICE, Environment.TEST),
        new ApiDeleted(API, SERVICE),
        new ServiceDeleted(SERVICE),
        new UpstreamDeleted(UPSTREAM),
        new InstanceDeleted(INSTANCE),
        new LinkDetached(NETWORK, VPC),
        new NetworkDeleted(NETWORK),
        new VpcDeleted(VPC));
  }

  /** All of it as a ledger holds it; the network is detached and deleted by one command. */
  static List<Recorded> recorded() {
    Recorder recorder = new Recorder(UUID.fromString("2f1c7a52-6a0e-4b6e-9d0c-0c5f5f3f7d11"));
    List<Recorded> all = new ArrayList<>();
    List<GatewayEvent> events = new ArrayList<>(ups());
    events.addAll(downs());
    Set<Class<?>> types = new HashSet<>();
    for (int i = 0; i < events.size(); ) {
      List<GatewayEvent> commit =
          events.subList(i, i + (events.get(i) instanceof LinkDetached ? 2 : 1));
      // the second of a type comes from nobody else
      types.add(commit.getFirst().getClass());
      int n = types.size() - 1;
      all.addAll(
          recorder.record(
              commit,
              new Recorder.Caller(
                  n % 2 == 0 ? "ada" : "李@example.com",
                  AUTHENTICATIONS.get(n % AUTHENTICATIONS.size()),
                  n % 3 == 0 ? null : "reason " + n,
                  "trace-" + n),
              Duration.ofNanos(n * 1_234_567_000L)));
      commit.forEach(event -> types.add(event.getClass()));
      i += commit.size();
    }
    return all;
  }

  private static ApiDefinition definition(String front, String back, Method method) {
    return new ApiDefinition(
        new Name("orders"),
        new Description("all about orders"),
        new FrontEnd(new FrontPath(front), method),
        new BackEnd(
            BackEnd.Type.VPC_RESOURCES,
            BackEnd.ConnectionMode.VPC_UPSTREAM,
            UPSTREAM,
            new BackPath(back),
            Method.GET,
            Timeout.DEFAULT));
  }
}
