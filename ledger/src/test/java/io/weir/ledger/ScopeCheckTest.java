package io.weir.ledger;

import static io.weir.testing.event.EventMother.api;
import static io.weir.testing.event.EventMother.bound;
import static io.weir.testing.event.EventMother.definition;
import static io.weir.testing.event.EventMother.instance;
import static io.weir.testing.event.EventMother.network;
import static io.weir.testing.event.EventMother.node;
import static io.weir.testing.event.EventMother.released;
import static io.weir.testing.event.EventMother.service;
import static io.weir.testing.event.EventMother.upstream;
import static io.weir.testing.event.EventMother.upstreamSettings;
import static io.weir.testing.event.EventMother.vpc;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.DomainEvent.DomainUnbound;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.InstanceEvent.InstanceChanged;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.NetworkEvent.NetworkDeleted;
import io.weir.contracts.event.ReleaseEvent.EnvironmentSwitched;
import io.weir.contracts.event.ReleaseEvent.EnvironmentUnreleased;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamDeleted;
import io.weir.contracts.event.UpstreamEvent.UpstreamSettingsChanged;
import io.weir.contracts.event.VpcEvent.VpcChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Id;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Scope;
import io.weir.contracts.value.ServiceSettings;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import io.weir.testing.event.FakeLedger;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an operator of some VPCs, instances and services may change, and what not. */
class ScopeCheckTest {
  private final FakeLedger ledger = new FakeLedger();
  private final VpcCreated mine = vpc("mine");
  private final VpcCreated other = vpc("other");
  private final NetworkCreated network = network("net");
  private final InstanceCreated myInstance = instance("mine", mine.id());
  private final InstanceCreated otherInstance = instance("other", other.id());
  private final UpstreamCreated myUpstream = upstream("mine", mine.id(), node(1, 1));
  private final UpstreamCreated otherUpstream = upstream("other", other.id(), node(1, 1));
  private final ServiceCreated myService = service("mine", myInstance.id());
  private final ServiceCreated otherService = service("other", otherInstance.id());
  private final ApiCreated toOther = api(myService.id(), "a", "/a", otherUpstream.id());

  ScopeCheckTest() {
    ledger.append(
        mine,
        other,
        network,
        myInstance,
        otherInstance,
        myUpstream,
        otherUpstream,
        myService,
        otherService,
        toOther);
  }

  /** The ids that lie outside, of what these events concern. */
  private List<String> outside(Scope scope, GatewayEvent... events) {
    GatewayImage before = ledger.image();
    ledger.append(events);
    return ScopeCheck.refuse(scope, before, ledger.image(), List.of(events)).stream()
        .peek(refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.OUT_OF_SCOPE))
        .flatMap(refusal -> refusal.related().stream())
        .toList();
  }

  private static Scope of(Id... ids) {
    return new Scope(Stream.of(ids).map(Id::value).toList());
  }

  private static ServiceSettings on(@Nullable InstanceId instance) {
    return new ServiceSettings(new Name("renamed"), Description.NONE, instance);
  }

  private static InstanceSettings in(VpcId vpc) {
    return new InstanceSettings(new Name("renamed"), Description.NONE, vpc);
  }

  private static VpcChanged renamed(VpcId vpc) {
    return new VpcChanged(vpc, new VpcSettings(new Name("renamed"), Description.NONE));
  }

  @Test
  void withoutALimitEverythingLiesWithin() {
    assertThat(outside(Scope.ALL, vpc("new"), renamed(other.id()), network("new"))).isEmpty();
  }

  @Test
  void aVpcHoldsItsUpstreamsInstancesTheirServicesAndItsLinks() {
    assertThat(
            outside(
                of(mine.id()),
                renamed(mine.id()),
                upstream("u", mine.id(), node(2, 1)),
                instance("i", mine.id()),
                service("s", myInstance.id()),
                bound("a.example", myService.id(), Environment.TEST),
                released(myService.id(), Environment.TEST, toOther),
                new LinkAttached(network.id(), mine.id())))
        .isEmpty();
  }

  @Test
  void whatIsOfOthersLiesOutside() {
    assertThat(outside(of(mine.id()), renamed(other.id()))).containsExactly(other.id().value());
    assertThat(outside(of(mine.id()), new UpstreamDeleted(otherUpstream.id())))
        .containsExactly(otherUpstream.id().value());
    assertThat(outside(of(mine.id()), new LinkAttached(network.id(), other.id())))
        .containsExactly(other.id().value());
    assertThat(outside(of(mine.id()), new NetworkDeleted(network.id())))
        .containsExactly(network.id().value());
    assertThat(outside(of(mine.id()), released(otherService.id(), Environment.TEST)))
        .containsExactly(otherService.id().value());
  }

  @Test
  void whatIsNewOutsideOfEverythingLiesOutside() {
    VpcCreated vpc = vpc("new");
    ServiceCreated shared = service("shared", null);
    assertThat(outside(of(mine.id(), myService.id()), vpc, shared))
        .containsExactly(vpc.id().value(), shared.id().value());
  }

  @Test
  void nothingIsTakenFromOthersOrGivenToThem() {
    assertThat(
            outside(
                of(mine.id()),
                new UpstreamSettingsChanged(otherUpstream.id(), upstreamSettings("o", mine.id()))))
        .containsExactly(otherUpstream.id().value());
    assertThat(
            outside(
                of(mine.id()),
                new UpstreamSettingsChanged(myUpstream.id(), upstreamSettings("m", other.id()))))
        .containsExactly(myUpstream.id().value());
  }

  @Test
  void anOperatorOfAServiceChangesItAndMovesItNowhere() {
    Scope scope = of(myService.id());
    assertThat(outside(scope, new ServiceChanged(myService.id(), on(myInstance.id())))).isEmpty();
    assertThat(outside(scope, new ServiceChanged(myService.id(), on(otherInstance.id()))))
        .containsExactly(otherInstance.id().value());
  }

  @Test
  void anOperatorOfAnInstanceMovesItNowhere() {
    Scope scope = of(myInstance.id());
    assertThat(outside(scope, new InstanceChanged(myInstance.id(), in(mine.id())))).isEmpty();
    assertThat(outside(scope, service("new", myInstance.id()))).isEmpty();
    assertThat(outside(scope, new InstanceChanged(myInstance.id(), in(other.id()))))
        .containsExactly(other.id().value());
  }

  @Test
  void anApiKeepsTheUpstreamThatSomebodyGaveItAndGetsNoOtherOutside() {
    Scope scope = of(myService.id());
    assertThat(
            outside(
                scope,
                new ApiChanged(
                    toOther.id(), myService.id(), definition("a", "/b", otherUpstream.id()))))
        .isEmpty();
    assertThat(outside(scope, api(myService.id(), "n", "/n", otherUpstream.id())))
        .containsExactly(otherUpstream.id().value());
    assertThat(
            outside(
                of(myService.id(), other.id()), api(myService.id(), "o", "/o", otherUpstream.id())))
        .isEmpty();
  }

  private ApiChanged moved(UpstreamCreated to) {
    return new ApiChanged(toOther.id(), myService.id(), definition("a", "/a", to.id()));
  }

  private EnvironmentSwitched switched(Environment environment, ServiceReleased to) {
    return new EnvironmentSwitched(myService.id(), environment, to.releaseId());
  }

  @Test
  void anOldReleaseDoesNotLeadBackToAnUpstreamOutsideThatTheApiWasTakenFrom() {
    ServiceReleased old = released(myService.id(), Environment.TEST, toOther);
    ApiCreated now = new ApiCreated(toOther.id(), myService.id(), moved(myUpstream).definition());
    ledger.append(old, moved(myUpstream), released(myService.id(), Environment.TEST, now));
    GatewayEvent back = switched(Environment.TEST, old);
    assertThat(outside(of(myService.id(), other.id()), back)).isEmpty();
    ledger.append(released(myService.id(), Environment.TEST, now));
    assertThat(outside(of(mine.id()), back)).containsExactly(otherUpstream.id().value());
  }

  @Test
  void norDoesItLeadAnotherEnvironmentThere() {
    ServiceReleased old = released(myService.id(), Environment.TEST, toOther);
    ledger.append(old, moved(myUpstream));
    assertThat(outside(of(mine.id()), switched(Environment.TEST, old))).isEmpty();
    assertThat(outside(of(mine.id()), switched(Environment.RELEASE, old)))
        .containsExactly(otherUpstream.id().value());
    assertThat(
            outside(of(mine.id()), new EnvironmentUnreleased(myService.id(), Environment.RELEASE)))
        .isEmpty();
  }

  @Test
  void whereADraftLeadsAnEnvironmentMayLead() {
    ServiceReleased old = released(myService.id(), Environment.TEST, toOther);
    ledger.append(old, new EnvironmentUnreleased(myService.id(), Environment.TEST));
    assertThat(outside(of(myService.id()), switched(Environment.RELEASE, old))).isEmpty();
    ApiCreated beside = api(myService.id(), "b", "/b", myUpstream.id());
    ServiceReleased strange =
        released(
            myService.id(),
            Environment.RELEASE,
            new ApiCreated(beside.id(), myService.id(), definition("b", "/b", otherUpstream.id())));
    ledger.append(beside);
    assertThat(outside(of(myService.id()), strange)).containsExactly(otherUpstream.id().value());
  }

  @Test
  void aDomainIsItsServicesBeforeAndAfter() {
    ledger.append(bound("b.example", otherService.id(), Environment.TEST));
    assertThat(
            outside(
                of(myService.id()),
                new DomainUnbound(
                    bound("b.example", otherService.id(), Environment.TEST).domain())))
        .containsExactly(otherService.id().value());
  }
}
