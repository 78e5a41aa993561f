package io.weir.control.traffic.tries;

import static io.weir.control.Scenario.given;
import static io.weir.testing.event.EventMother.bound;
import static io.weir.testing.event.EventMother.instance;
import static io.weir.testing.event.EventMother.service;
import static io.weir.testing.event.EventMother.vpc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Scope;
import io.weir.contracts.value.ServiceId;
import io.weir.control.Scenario;
import io.weir.control.traffic.tries.ReplicaChoice.Chosen;
import io.weir.control.traffic.tries.ReplicaChoice.Reported;
import io.weir.rest.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a try leads, by whom it may be sent, and through which replica. */
class TryTargetTest {
  private final VpcCreated edge = vpc("edge");
  private final InstanceCreated front = instance("front", edge.id());
  private final ServiceCreated one = service("one", front.id());
  private final ServiceCreated other = service("other", front.id());
  private final ServiceCreated shared = service("shared", null);
  private final GatewayImage image =
      given(edge, front, one, other, shared)
          .and(
              bound("b.example", one.id(), Environment.RELEASE),
              bound("a.example", one.id(), Environment.RELEASE),
              bound(other.id() + ".example", other.id(), Environment.TEST))
          .image();

  private TryTarget target(String of) {
    return TryTarget.of(
        TryContent.read(
            Scenario.json(
                "{%s,\"method\":\"GET\",\"path\":\"/p?q\"}".formatted(of.replace('\'', '"')))),
        image);
  }

  private TryTarget host(String host) {
    return target("'host':'" + host + "'");
  }

  private TryTarget environment(ServiceId service, String environment) {
    return target("'serviceId':'%s','environment':'%s'".formatted(service, environment));
  }

  private static void refused(int status, Runnable what) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(what::run)
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(status));
  }

  @Test
  void anEnvironmentIsReachedByItsDomainElseByTheIdOfItsService() {
    TryTarget byDomain = environment(one.id(), "release");
    assertThat(byDomain.host() + byDomain.path()).isEqualTo("a.example/p?q");
    TryTarget byId = environment(one.id(), "test");
    assertThat(byId.host() + byId.path()).isEqualTo(one.id() + "/test/p?q");
    assertThat(byId.instance()).isEqualTo(front.id());
    refused(404, () -> environment(ServiceId.random(), "test"));
    refused(409, () -> environment(shared.id(), "test").instance());
  }

  @Test
  void aHostLeadsWhereReplicasFindItWhateverItsSpelling() {
    for (String host : new String[] {"a.example", "A.EXAMPLE", "a.example:8000", "b.example"}) {
      assertThat(host(host).named()).as(host).isEqualTo(one.id());
      assertThat(host(host).host()).isEqualTo(host);
      assertThat(host(host).path()).isEqualTo("/p?q");
    }
    for (String host : new String[] {"%s", "%s:80", "%s.any.where", "%s.any.where:80"}) {
      assertThat(host(host.formatted(one.id())).named()).as(host).isEqualTo(one.id());
    }
    ServiceId nobody = ServiceId.random();
    assertThat(host(nobody + ".example").named()).isEqualTo(nobody);
    assertThat(host(nobody + ".example").service()).isNull();
    for (String host : new String[] {"c.example", "10.0.0.1", "[::1]:80", "localhost"}) {
      assertThat(host(host).named()).as(host).isNull();
      assertThat(host(host).instance()).isNull();
    }
  }

  /** Every way to name a service, for every scope. */
  @Test
  void aScopeTriesWhatLiesWithinItHoweverThatIsNamed() {
    Scope mine = new Scope(List.of(one.id().value()));
    for (Scope within :
        List.of(
            Scope.ALL,
            mine,
            new Scope(List.of(front.id().value())),
            new Scope(List.of(edge.id().value())))) {
      environment(one.id(), "test").check(within, image);
      host("a.example").check(within, image);
      host(one.id() + ".x").check(within, image);
    }
    Scope foreign = new Scope(List.of(InstanceId.random().value(), ServiceId.random().value()));
    for (TryTarget outside :
        List.of(
            environment(other.id(), "release"),
            environment(other.id(), "test"),
            environment(shared.id(), "test"),
            host(other.id().value()),
            host(other.id().value().toUpperCase(Locale.ROOT) + ".x:80"),
            host(other.id() + ".example"),
            host(ServiceId.random() + ".x"),
            host("c.example"),
            host("10.0.0.1"))) {
      refused(403, () -> outside.check(mine, image));
      refused(403, () -> outside.check(foreign, image));
      outside.check(Scope.ALL, image);
    }
    refused(403, () -> host("a.example").check(foreign, image));
  }

  private static Reported replica(
      String id, @Nullable String instance, @Nullable String address, boolean ready, boolean live) {
    return new Reported(id, instance, ReplicaAddress.read(address), ready, live);
  }

  @Test
  void anyReplicaIsLiveAndReadyAndServesTheInstance() {
    String mine = front.id().value();
    List<Reported> replicas =
        List.of(
            replica("mine", mine, "10.0.0.1:8000", true, true),
            replica("all", "*", "[::1]:8000", true, true),
            replica("other", InstanceId.random().value(), "10.0.0.2:8000", true, true),
            replica("none", null, "10.0.0.3:8000", true, true),
            replica("starting", mine, "10.0.0.4:8000", false, true),
            replica("gone", mine, "10.0.0.5:8000", true, false),
            replica("nowhere", mine, "10.0.0.6", true, true),
            replica("silent", mine, null, true, true));
    Set<String> chosen = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      chosen.add(ReplicaChoice.any(replicas, front.id()).id());
    }
    assertThat(chosen).containsExactlyInAnyOrder("mine", "all");
    assertThat(ReplicaChoice.named(replicas, "starting"))
        .as("whoever names one wants that one")
        .isEqualTo(new Chosen("starting", ReplicaAddress.read("10.0.0.4:8000")));
    refused(404, () -> ReplicaChoice.named(replicas, "never"));
    for (String id : new String[] {"gone", "nowhere", "silent"}) {
      refused(409, () -> ReplicaChoice.named(replicas, id));
    }
    refused(409, () -> ReplicaChoice.any(replicas.subList(4, 8), front.id()));
    refused(409, () -> ReplicaChoice.any(List.of(), null));
  }

  @Test
  void anAddressIsAHostAndAPort() {
    for (String address : new String[] {"10.0.0.1:8000", "gateway-1:1", "[fd00::1]:65535"}) {
      assertThat(ReplicaAddress.read(address)).hasToString(address);
    }
    assertThat(ReplicaAddress.read("::1:8000")).hasToString("[::1]:8000");
    for (String none :
        new String[] {
          "",
          ":",
          "a",
          "a:",
          "a:0",
          "a:65536",
          "a:b",
          ":80",
          "http://a:80",
          "a/b:80",
          "a b:80",
          "u@a:80"
        }) {
      assertThat(ReplicaAddress.read(none)).as(none).isNull();
    }
  }
}
