package io.weir.control.domain;

import static io.weir.control.Scenario.given;
import static io.weir.control.Scenario.json;
import static io.weir.testing.event.EventMother.bound;
import static io.weir.testing.event.EventMother.instance;
import static io.weir.testing.event.EventMother.service;
import static io.weir.testing.event.EventMother.vpc;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.event.DomainEvent.DomainBound;
import io.weir.contracts.event.DomainEvent.DomainChanged;
import io.weir.contracts.event.DomainEvent.DomainUnbound;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.Command;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Create;
import io.weir.ledger.command.Delete;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.command.Replace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainKindTest {
  private final VpcCreated edge = vpc("edge");
  private final InstanceCreated front = instance("front", edge.id());
  private final ServiceCreated shop = service("shop", front.id());
  private final ServiceCreated other = service("other", front.id());
  private final ServiceCreated shared = service("shared", null);
  private final DomainBound api = bound("api.example.com", shop.id(), Environment.RELEASE);

  private static Command bind(DomainBound bound) {
    return new Create<>(
        DomainKind.of(bound.settings().serviceId()), bound.domain(), bound.settings());
  }

  private static Command unbind(ServiceId service, Domain domain) {
    return new Delete<>(DomainKind.of(service), domain, Precondition.NONE);
  }

  private static Command change(ServiceId service, Domain domain) {
    return new Replace<>(
        DomainKind.of(service), domain, json("{\"environment\":\"test\"}"), Precondition.NONE);
  }

  @Test
  void aDomainLeadsToAServiceOnADedicatedInstance() {
    given(edge, front, shop).when(bind(api)).then(api);
    given().when(bind(api)).thenRefused(RefusalCode.NOT_FOUND);
    var refusals =
        given(shared)
            .when(bind(bound("api.example.com", shared.id(), Environment.RELEASE)))
            .thenRefused(RefusalCode.SHARED_INSTANCE);
    assertThat(refusals.getFirst().related()).containsExactly(shared.id().value());
  }

  @Test
  void aDomainLeadsToOneServiceOnlyAndWhichIsSaid() {
    var refusals =
        given(edge, front, shop, other, api)
            .when(bind(bound("api.example.com", other.id(), Environment.TEST)))
            .thenRefused(RefusalCode.DOMAIN_TAKEN);
    assertThat(refusals.getFirst().pointer()).isEqualTo("/domain");
    assertThat(refusals.getFirst().related()).containsExactly(shop.id().value());
    given(edge, front, shop, api).when(bind(api)).thenRefused(RefusalCode.DOMAIN_TAKEN);
  }

  @Test
  void everyReasonIsGivenAtOnce() {
    given(edge, front, shop, shared, api)
        .when(bind(bound("api.example.com", shared.id(), Environment.TEST)))
        .thenRefused(RefusalCode.DOMAIN_TAKEN, RefusalCode.SHARED_INSTANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {".example.com", ".gateway.internal", ".a"})
  void hostsThatBeginWithAServicesIdAreItsOwn(String rest) {
    String host = other.id() + rest;
    var refusals =
        given(edge, front, shop, other)
            .when(bind(bound(host, shop.id(), Environment.RELEASE)))
            .thenRefused(RefusalCode.DOMAIN_TAKEN);
    assertThat(refusals.getFirst().pointer()).isEqualTo("/domain");
    assertThat(refusals.getFirst().related()).containsExactly(other.id().value());
    var own = bound(host, other.id(), Environment.RELEASE);
    given(edge, front, shop, other).when(bind(own)).then(own);
  }

  @Test
  void idsElsewhereInANameMeanNothing() {
    for (String host : new String[] {"www." + other.id() + ".com", "x" + other.id() + ".com"}) {
      var free = bound(host, shop.id(), Environment.RELEASE);
      given(edge, front, shop, other).when(bind(free)).then(free);
    }
  }

  @Test
  void aDomainFromBeforeThatIsChangedAndUnbound() {
    var old = bound(other.id() + ".example.com", shop.id(), Environment.RELEASE);
    var history = given(edge, front, shop, other, old);
    history
        .when(change(shop.id(), old.domain()))
        .then(
            new DomainChanged(old.domain(), new DomainSettings(shop.id(), Environment.TEST, null)));
    history.when(unbind(shop.id(), old.domain())).then(new DomainUnbound(old.domain()));
  }

  @Test
  void whatLeadsElsewhereIsNeitherChangedNorUnbound() {
    given(edge, front, shop, other, api)
        .when(change(other.id(), api.domain()))
        .thenRefused(RefusalCode.NOT_FOUND);
    given(edge, front, shop, other, api)
        .when(unbind(other.id(), api.domain()))
        .thenRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void anUnboundDomainIsFreeForOthers() {
    var elsewhere = bound("api.example.com", other.id(), Environment.TEST);
    given(edge, front, shop, other, api, new DomainUnbound(api.domain()))
        .when(bind(elsewhere))
        .then(elsewhere);
  }
}
