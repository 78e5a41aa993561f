package io.weir.control.service;

import static io.weir.control.Scenario.given;
import static io.weir.testing.event.EventMother.api;
import static io.weir.testing.event.EventMother.bound;
import static io.weir.testing.event.EventMother.instance;
import static io.weir.testing.event.EventMother.node;
import static io.weir.testing.event.EventMother.released;
import static io.weir.testing.event.EventMother.service;
import static io.weir.testing.event.EventMother.upstream;
import static io.weir.testing.event.EventMother.vpc;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.ReleaseEvent.ServiceReleased;
import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ServiceSettings;
import io.weir.ledger.Command;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Create;
import io.weir.ledger.command.Delete;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.command.Replace;
import org.junit.jupiter.api.Test;

class ServiceKindTest {
  private final VpcCreated edge = vpc("edge");
  private final InstanceCreated front = instance("front", edge.id());
  private final UpstreamCreated pets = upstream("pets", edge.id(), node(8001, 1));
  private final ServiceCreated shop = service("shop", front.id());
  private final ApiCreated list = api(shop.id(), "list", "/pets", pets.id());
  private final ServiceReleased release = released(shop.id(), Environment.TEST, list);
  private final ServiceSettings shared =
      new ServiceSettings(new Name("shop"), Description.NONE, null);

  private static Command create(ServiceCreated service) {
    return new Create<>(ServiceKind.INSTANCE, service.id(), service.settings());
  }

  private Command replace(ServiceSettings settings) {
    return new Replace<>(
        ServiceKind.INSTANCE,
        shop.id(),
        Json.MAPPER.<ObjectNode>valueToTree(settings),
        Precondition.NONE);
  }

  private Command delete() {
    return new Delete<>(ServiceKind.INSTANCE, shop.id(), Precondition.NONE);
  }

  @Test
  void aServiceIsCreatedOnADedicatedInstanceOrOnTheSharedOne() {
    given(edge, front).when(create(shop)).then(shop);
    var free = new ServiceCreated(shop.id(), shared);
    given().when(create(free)).then(free);
  }

  @Test
  void namesAreUniqueAndInstancesExist() {
    var twin = service("shop", InstanceId.random());
    var refusals =
        given(edge, front, shop)
            .when(create(twin))
            .thenRefused(RefusalCode.NAME_TAKEN, RefusalCode.UNKNOWN_INSTANCE);
    assertThat(refusals).extracting("pointer").containsExactly("/name", "/instanceId");
  }

  @Test
  void aServiceWithoutApisMovesFreely() {
    given(edge, front, shop).when(replace(shared)).then(new ServiceChanged(shop.id(), shared));
  }

  @Test
  void aServiceWhoseApisUseVpcUpstreamsStaysOffTheSharedInstance() {
    var refusals =
        given(edge, front, pets, shop, list)
            .when(replace(shared))
            .thenRefused(RefusalCode.SHARED_INSTANCE);
    assertThat(refusals.getFirst().pointer()).isEqualTo("/instanceId");
    assertThat(refusals.getFirst().related()).containsExactly(list.id().value());
    given(edge, front, pets, shop, list, release, new ApiDeleted(list.id(), shop.id()))
        .when(replace(shared))
        .thenRefused(RefusalCode.SHARED_INSTANCE);
  }

  @Test
  void aServiceWithApisMovesToAnotherInstance() {
    var back = instance("back", edge.id());
    var moved = new ServiceSettings(new Name("shop"), Description.NONE, back.id());
    given(edge, front, back, pets, shop, list)
        .when(replace(moved))
        .then(new ServiceChanged(shop.id(), moved));
  }

  @Test
  void aServiceWithApisOrReleasedEnvironmentsIsNotDeletedAndAllAreNamed() {
    var refusals =
        given(edge, front, pets, shop, list, release)
            .when(delete())
            .thenRefused(RefusalCode.IN_USE);
    assertThat(refusals.getFirst().related())
        .containsExactly(list.id().value(), release.releaseId().value());
    assertThat(refusals.getFirst().detail())
        .contains("list")
        .contains(
            "environment test (%s, until DELETE /v1/services/%s/environments/test)"
                .formatted(release.releaseId(), shop.id()));
  }

  @Test
  void aServiceWithDomainsIsNotDeletedAndStaysOffTheSharedInstance() {
    var api = bound("api.example.com", shop.id(), Environment.RELEASE);
    var refusals = given(edge, front, shop, api).when(delete()).thenRefused(RefusalCode.IN_USE);
    assertThat(refusals.getFirst().related()).containsExactly("api.example.com");
    assertThat(refusals.getFirst().detail()).endsWith("still has domain api.example.com");
    refusals =
        given(edge, front, shop, api)
            .when(replace(shared))
            .thenRefused(RefusalCode.SHARED_INSTANCE);
    assertThat(refusals.getFirst().related()).containsExactly("api.example.com");
  }
}
