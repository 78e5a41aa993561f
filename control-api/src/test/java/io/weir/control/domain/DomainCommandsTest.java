package io.weir.control.domain;

import static io.weir.control.Scenario.given;
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
import io.weir.contracts.value.CertificateName;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.RefusalCode;
import io.weir.rest.Precondition;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainCommandsTest {
  private final VpcCreated edge = vpc("edge");
  private final InstanceCreated front = instance("front", edge.id());
  private final ServiceCreated shop = service("shop", front.id());
  private final ServiceCreated other = service("other", front.id());
  private final ServiceCreated shared = service("shared", null);
  private final DomainBound api = bound("api.example.com", shop.id(), Environment.RELEASE);

  private static BindDomain bind(DomainBound bound) {
    return new BindDomain(bound.domain(), bound.settings());
  }

  private DomainSettings settings(ServiceId service) {
    return new DomainSettings(service, Environment.TEST, new CertificateName("api"));
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

  @Test
  void itsEnvironmentAndCertificateChange() {
    given(edge, front, shop, api)
        .when(new ChangeDomain(api.domain(), settings(shop.id()), Precondition.NONE))
        .then(new DomainChanged(api.domain(), settings(shop.id())));
    given(edge, front, shop, api)
        .when(new ChangeDomain(api.domain(), api.settings(), Precondition.NONE))
        .thenNothing();
    given(edge, front, shop, api)
        .when(
            new ChangeDomain(
                api.domain(), settings(shop.id()), Precondition.ifMatch(List.of("\"2\""))))
        .thenRefused(RefusalCode.PRECONDITION_FAILED);
  }

  @Test
  void whatLeadsElsewhereIsNeitherChangedNorUnbound() {
    given(edge, front, shop, other, api)
        .when(new ChangeDomain(api.domain(), settings(other.id()), Precondition.NONE))
        .thenRefused(RefusalCode.NOT_FOUND);
    given(edge, front, shop, other, api)
        .when(new UnbindDomain(other.id(), api.domain(), Precondition.NONE))
        .thenRefused(RefusalCode.NOT_FOUND);
    given(edge, front, shop, api)
        .when(new UnbindDomain(shop.id(), new Domain("www.example.com"), Precondition.NONE))
        .thenRefused(RefusalCode.NOT_FOUND);
    given()
        .when(new UnbindDomain(shop.id(), api.domain(), Precondition.NONE))
        .thenRefused(RefusalCode.NOT_FOUND);
    given()
        .when(new ChangeDomain(api.domain(), api.settings(), Precondition.NONE))
        .thenRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void anUnboundDomainIsFreeForOthers() {
    var elsewhere = bound("api.example.com", other.id(), Environment.TEST);
    given(edge, front, shop, other, api)
        .when(new UnbindDomain(shop.id(), api.domain(), Precondition.ifMatch(List.of("\"1\""))))
        .then(new DomainUnbound(api.domain()));
    given(edge, front, shop, other, api, new DomainUnbound(api.domain()))
        .when(bind(elsewhere))
        .then(elsewhere);
  }
}
