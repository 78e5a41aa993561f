package io.weir.control.api;

import static io.weir.control.Scenario.given;
import static io.weir.testing.event.EventMother.api;
import static io.weir.testing.event.EventMother.definition;
import static io.weir.testing.event.EventMother.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.Api;
import io.weir.contracts.image.Reachability;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.control.Scenario;
import io.weir.ledger.RefusalCode;
import io.weir.rest.MergePatch;
import io.weir.rest.Precondition;
import io.weir.rest.ProblemException;
import io.weir.rest.Violation;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.SampleGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiCommandsTest {
  private final SampleGateway sample = SampleGateway.withNodes(EventMother.node(8001, 1));
  private final ServiceId shop = sample.service().id();
  private final UpstreamId pets = sample.upstream().id();

  private Scenario unconnected() {
    return given(sample.unconnected());
  }

  private static CreateApi create(ApiCreated api) {
    return new CreateApi(api.serviceId(), api.id(), api.definition(), Require.NOTHING);
  }

  @Test
  void anApiIsCreatedEvenIfItsUpstreamIsOutOfReachYet() {
    var cats = api(shop, "cats", "/cats", pets);
    unconnected().when(create(cats)).then(cats);
  }

  @Test
  void anApiOutOfReachIsRefusedToThoseWhoRequireReach() {
    var cats = api(shop, "cats", "/cats", pets);
    var command = new CreateApi(shop, cats.id(), cats.definition(), Require.REACHABLE);
    var refusals = unconnected().when(command).thenRefused(RefusalCode.VPC_NOT_CONNECTED);
    assertThat(refusals.getFirst().pointer()).isEqualTo("/backEnd/upstreamId");
    assertThat(refusals.getFirst().detail())
        .contains(sample.instanceVpc().id().value())
        .contains(sample.upstreamVpc().id().value());
    unconnected().and(sample.connect().toArray(GatewayEvent[]::new)).when(command).then(cats);
  }

  @Test
  void aVpcUpstreamNeedsADedicatedInstance() {
    var shared = service("shared", null);
    var cats = api(shared.id(), "cats", "/cats", pets);
    var refusals =
        unconnected().and(shared).when(create(cats)).thenRefused(RefusalCode.SHARED_INSTANCE);
    assertThat(refusals.getFirst().pointer()).isEqualTo("/backEnd/upstreamId");
    assertThat(refusals.getFirst().related()).containsExactly(shared.id().value());
  }

  @Test
  void everyReasonIsGivenAtOnce() {
    var twin = api(shop, "pets", "/pets", UpstreamId.random());
    var refusals =
        unconnected()
            .when(create(twin))
            .thenRefused(
                RefusalCode.NAME_TAKEN, RefusalCode.PATH_TAKEN, RefusalCode.UNKNOWN_UPSTREAM);
    assertThat(refusals)
        .extracting("pointer")
        .containsExactly("/name", "/frontEnd", "/backEnd/upstreamId");
    assertThat(refusals.get(1).related()).containsExactly(sample.api().id().value());
    assertThat(refusals.get(1).detail())
        .isEqualTo("ANY /pets is taken by " + sample.api().id() + " pets");
  }

  @ParameterizedTest
  @CsvSource({"/a/{x}, /a/{y}, true", "/a, =/a, false", "/a, /a/, false", "/{x}/b, /a/{x}, false"})
  void frontEndsCompeteIfTheyTakeTheSameRequests(String one, String other, boolean same) {
    var first = api(shop, "first", one, pets);
    var second = api(shop, "second", other, pets);
    var scenario = unconnected().and(first);
    if (same) {
      scenario.when(create(second)).thenRefused(RefusalCode.PATH_TAKEN);
    } else {
      scenario.when(create(second)).then(second);
    }
  }

  @Test
  void anotherServiceMayHaveTheSamePathAndName() {
    var other = service("other", sample.instance().id());
    var twin = api(other.id(), "pets", "/pets", pets);
    unconnected().and(other).when(create(twin)).then(twin);
  }

  @Test
  void aDraftIsReplaced() {
    var changed = definition("pets", "/animals", pets);
    unconnected()
        .when(new ReplaceApi(shop, sample.api().id(), changed, Require.NOTHING, Precondition.NONE))
        .then(new ApiChanged(sample.api().id(), shop, changed));
    unconnected()
        .when(
            new ReplaceApi(
                shop,
                sample.api().id(),
                sample.api().definition(),
                Require.NOTHING,
                Precondition.NONE))
        .thenNothing();
  }

  @Test
  void aPatchReachesIntoTheFrontEnd() throws Exception {
    var patch =
        new MergePatch((ObjectNode) Json.MAPPER.readTree("{\"frontEnd\":{\"path\":\"/animals\"}}"));
    var before = sample.api().definition();
    var after = definition("pets", "/animals", pets);
    unconnected()
        .when(new PatchApi(shop, sample.api().id(), patch, Require.NOTHING, Precondition.NONE))
        .then(
            new ApiChanged(
                sample.api().id(),
                shop,
                new ApiDefinition(
                    before.name(), before.description(), after.frontEnd(), before.backEnd())));
  }

  @Test
  void aBackEndPathMayOnlyUseParametersOfTheFrontEnd() throws Exception {
    var patch =
        new MergePatch(
            (ObjectNode) Json.MAPPER.readTree("{\"backEnd\":{\"path\":\"/pets/{id}\"}}"));
    var command = new PatchApi(shop, sample.api().id(), patch, Require.NOTHING, Precondition.NONE);
    var image = unconnected().image();
    var thrown = catchThrowableOfType(ProblemException.class, () -> command.decide(image));
    assertThat(thrown.problem().errors())
        .containsExactly(
            Violation.field("/backEnd/path", "must not use {id}, which the front-end path lacks"));
  }

  @Test
  void aDraftIsDeletedThoughItIsReleased() {
    unconnected()
        .when(new DeleteApi(shop, sample.api().id(), Precondition.NONE))
        .then(new ApiDeleted(sample.api().id(), shop));
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    var lost = api(ServiceId.random(), "a", "/a", pets);
    unconnected().when(create(lost)).thenRefused(RefusalCode.NOT_FOUND);
    unconnected()
        .when(new DeleteApi(shop, ApiId.random(), Precondition.NONE))
        .thenRefused(RefusalCode.NOT_FOUND);
    unconnected()
        .when(
            new ReplaceApi(
                shop, ApiId.random(), lost.definition(), Require.NOTHING, Precondition.NONE))
        .thenRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void theViewTellsWhetherTheUpstreamIsReachedAndSinceWhen() {
    var scenario = unconnected();
    ApiView apart = ApiView.of(scenario.image(), draft(scenario));
    assertThat(apart.reachability().status()).isEqualTo(Reachability.Status.VPC_NOT_CONNECTED);
    assertThat(apart.warnings()).extracting("code").containsExactly("VPC_NOT_CONNECTED");

    scenario.and(sample.connect().toArray(GatewayEvent[]::new));
    ApiView joined = ApiView.of(scenario.image(), draft(scenario));
    assertThat(joined.reachability().status()).isEqualTo(Reachability.Status.CONNECTED);
    assertThat(joined.reachability().cloudConnectNetworkId()).isEqualTo(sample.network().id());
    assertThat(joined.reachability().position()).isEqualTo(scenario.image().position());
    assertThat(joined.warnings()).isEmpty();
  }

  private Api draft(Scenario scenario) {
    return scenario.image().api(shop, sample.api().id());
  }
}
