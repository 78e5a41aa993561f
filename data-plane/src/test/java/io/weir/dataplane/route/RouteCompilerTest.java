package io.weir.dataplane.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.ReleaseEvent.EnvironmentUnreleased;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.image.Reachability;
import io.weir.contracts.image.Vpc;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.Nodes;
import io.weir.dataplane.balance.UpstreamPool;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import io.weir.testing.event.SampleGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RouteCompilerTest {
  private static final RouteCompiler EVERY_INSTANCE = new RouteCompiler(null, 1, 1);

  private final SampleGateway sample = SampleGateway.withNodes(EventMother.node(1_001, 1));
  private final FakeLedger ledger = sample.ledger();
  private RouteTable table = EVERY_INSTANCE.compile(RouteTable.empty(), ledger.image());

  private RouteTable after(GatewayEvent... events) {
    GatewayDelta delta = new GatewayDelta(ledger.image());
    List<Recorded> recorded = ledger.append(events);
    for (int i = 0; i < events.length; i++) {
      delta.replay(recorded.get(i), events[i]);
    }
    table = EVERY_INSTANCE.compile(table, delta.apply(), delta);
    return table;
  }

  private ServiceRoutes service() {
    return table.service(sample.service().id() + ".localhost:8000");
  }

  private UpstreamPool upstream() {
    return table.upstream(service().routes().getFirst());
  }

  @Test
  void aTableKnowsThePositionItIsOf() {
    assertThat(table.position()).isEqualTo(ledger.chain().position());
    assertThat(RouteTable.empty().position()).isZero();
  }

  @Test
  void anUpstreamEditActsAtOnceOnReleasedApis() {
    UpstreamPool before = upstream();
    after(
        new UpstreamNodesChanged(
            sample.upstream().id(),
            new Nodes(List.of(EventMother.node(1_001, 2), EventMother.node(1_002, 1)))));
    assertThat(upstream().picker().nodes()).hasSize(2);
    assertThat(upstream().picker().node(0)).isSameAs(before.picker().node(0));
  }

  @Test
  void aDraftDoesNotActAndCompilesNothing() {
    ServiceRoutes before = service();
    after(
        new ApiChanged(
            sample.api().id(),
            sample.service().id(),
            EventMother.definition("pets", "/other", sample.upstream().id())));
    assertThat(service()).isSameAs(before);
  }

  @Test
  void anEnvironmentThatIsUnreleasedIsGone() {
    assertThat(service().environment("/release/pets")).isNotNull();
    after(new EnvironmentUnreleased(sample.service().id(), sample.release().environment()));
    assertThat(service()).isNull();
  }

  @Test
  void theFirstSegmentNamesTheEnvironment() {
    assertThat(service().environment("/release")).isEqualTo(sample.release().environment());
    assertThat(service().environment("/release/pets")).isEqualTo(sample.release().environment());
    assertThat(service().environment("/releases/pets")).isNull();
    assertThat(service().environment("/test/pets")).isNull();
    assertThat(service().environment("/")).isNull();
  }

  @Test
  void aTableHoldsTheServicesOfItsInstanceOnly() {
    RouteCompiler own = new RouteCompiler(sample.instance().id(), 1, 1);
    RouteCompiler other = new RouteCompiler(InstanceId.random(), 1, 1);
    assertThat(own.compile(RouteTable.empty(), ledger.image()).services()).hasSize(1);
    assertThat(other.compile(RouteTable.empty(), ledger.image()).services()).isEmpty();
  }

  @Test
  void aLinkMakesAndBreaksTheConnection() {
    assertThat(table.reaches(service(), upstream())).isTrue();
    after(sample.disconnect());
    assertThat(table.reaches(service(), upstream())).isFalse();
    after(new LinkAttached(sample.network().id(), sample.upstreamVpc().id()));
    assertThat(table.reaches(service(), upstream())).isTrue();
  }

  @Test
  void compilingAWholeImageKeepsWhatStayedTheSame() {
    ServiceRoutes service = service();
    UpstreamPool upstream = upstream();
    table = EVERY_INSTANCE.compile(table, ledger.image());
    assertThat(service()).isSameAs(service);
    assertThat(upstream().picker().node(0)).isSameAs(upstream.picker().node(0));
  }

  /** A service of many APIs, released as they are. */
  private List<ApiCreated> many(int count) {
    List<ApiId> inOrder = Stream.generate(ApiId::random).limit(count).sorted().toList();
    List<ApiCreated> apis = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      apis.add(
          new ApiCreated(
              inOrder.get(i),
              sample.service().id(),
              EventMother.definition(
                  "api" + i, "/group" + i % 7 + "/api" + i, sample.upstream().id())));
    }
    return apis;
  }

  private void release(List<ApiCreated> apis) {
    after(
        EventMother.released(
            sample.service().id(), Environment.RELEASE, apis.toArray(ApiCreated[]::new)));
  }

  private Route find(String path) {
    return service().route(Environment.RELEASE, path, 0, Method.GET);
  }

  @Test
  void aReleaseWithOneChangedApiKeepsTheRoutesOfAllOthers() {
    List<ApiCreated> apis = many(500);
    release(apis);
    List<Route> before = service().routes();
    ApiCreated changed = apis.get(250);
    apis.set(
        250,
        new ApiCreated(
            changed.id(),
            changed.serviceId(),
            EventMother.definition("api250", "/elsewhere", sample.upstream().id())));
    release(apis);
    List<Route> after = service().routes();
    for (int i = 0; i < 500; i++) {
      if (i == 250) {
        assertThat(after.get(i)).isNotSameAs(before.get(i));
      } else {
        assertThat(after.get(i)).isSameAs(before.get(i));
      }
    }
    assertThat(find("/elsewhere").apiId()).isEqualTo(changed.id());
    assertThat(find("/group5/api250")).isNull();
    assertThat(find("/group6/api251")).isSameAs(before.get(251));
  }

  @Test
  void aReleaseOfOneServiceLeavesTheOthersAlone() {
    ServiceCreated other = EventMother.service("other", sample.instance().id());
    after(other);
    ApiCreated api = EventMother.api(other.id(), "api", "/api", sample.upstream().id());
    after(api, EventMother.released(other.id(), Environment.RELEASE, api));
    ServiceRoutes before = table.service(other.id());
    release(many(3));
    assertThat(table.service(other.id())).isSameAs(before);
  }

  @Property(tries = 200)
  void stepByStepIsTheSameAsAllAtOnce(
      @ForAll @Size(max = 8) List<@Size(max = 6) List<@IntRange(max = 9) Integer>> releases) {
    List<ApiCreated> pool = many(10);
    String[] fronts = {
      "/a", "=/a", "/a/{x}", "/a/{x}/b", "/{y}", "/", "/a/b", "=/a/b", "/ab", "/{x}/b"
    };
    for (List<Integer> chosen : releases) {
      List<ApiCreated> apis = new ArrayList<>();
      // an API's path depends on its place, so that paths move between APIs
      for (int api : chosen.stream().distinct().toList()) {
        String front = fronts[(api + apis.size() * 3) % fronts.length];
        boolean taken =
            apis.stream()
                .anyMatch(other -> other.definition().frontEnd().path().value().equals(front));
        if (!taken) {
          apis.add(
              new ApiCreated(
                  pool.get(api).id(),
                  sample.service().id(),
                  EventMother.definition("api" + api, front, sample.upstream().id())));
        }
      }
      release(apis);
    }
    RouteTable whole = EVERY_INSTANCE.compile(RouteTable.empty(), ledger.image());
    ServiceRoutes expected = whole.service(sample.service().id());
    for (String path : List.of("/", "/a", "/a/", "/a/b", "/a/c", "/a/c/b", "/ab", "/b", "/b/b")) {
      Route route = find(path);
      Route same = expected.route(Environment.RELEASE, path, 0, Method.GET);
      assertThat(route == null ? null : route.released())
          .as(path)
          .isEqualTo(same == null ? null : same.released());
    }
  }

  @Property(tries = 100)
  void connectivityIsReachabilityOfAllPairs(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 31) Integer> flips) {
    FakeLedger log = new FakeLedger();
    List<VpcCreated> vpcs = new ArrayList<>();
    List<NetworkCreated> networks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      vpcs.add(EventMother.vpc("v" + i));
      log.append(vpcs.get(i));
      InstanceCreated instance = EventMother.instance("i" + i, vpcs.get(i).id());
      log.append(instance);
    }
    for (int i = 0; i < 4; i++) {
      networks.add(EventMother.network("n" + i));
      log.append(networks.get(i));
    }
    for (int flip : flips) {
      var network = networks.get(flip / 8).id();
      var vpc = vpcs.get(flip % 8).id();
      var link = log.image().link(network, vpc);
      log.append(
          link != null && link.attached()
              ? new LinkDetached(network, vpc)
              : new LinkAttached(network, vpc));
    }
    GatewayImage image = log.image();
    Connectivity connectivity = Connectivity.of(image);
    for (Instance instance : image.instances().values()) {
      for (Vpc vpc : image.vpcs().values()) {
        assertThat(connectivity.reaches(instance.id(), vpc.id()))
            .isEqualTo(
                Reachability.between(image, instance.settings().vpcId(), vpc.id()).reachable());
      }
    }
  }
}
