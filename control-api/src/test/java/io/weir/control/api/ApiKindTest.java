package io.weir.control.api;

import static io.weir.control.Scenario.given;
import static io.weir.control.Scenario.json;
import static io.weir.testing.event.EventMother.api;
import static io.weir.testing.event.EventMother.definition;
import static io.weir.testing.event.EventMother.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.image.Api;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.control.Scenario;
import io.weir.control.upstream.NodeWarnings;
import io.weir.ledger.Command;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Create;
import io.weir.ledger.command.Delete;
import io.weir.ledger.command.Kind;
import io.weir.ledger.command.MergePatch;
import io.weir.ledger.command.Patch;
import io.weir.ledger.command.Precondition;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.SampleGateway;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKindTest {
  private final SampleGateway sample = SampleGateway.withNodes(EventMother.node(8001, 1));
  private final ServiceId shop = sample.service().id();
  private final UpstreamId pets = sample.upstream().id();

  private Scenario unconnected() {
    return given(sample.unconnected());
  }

  private static Kind<ApiId, Api, ApiDefinition> kind(ServiceId service, Require require) {
    return ApiKind.of(service, require, new NodeWarnings(true));
  }

  private static Command create(ApiCreated api) {
    return create(api, Require.NOTHING);
  }

  private static Command create(ApiCreated api, Require require) {
    return new Create<>(kind(api.serviceId(), require), api.id(), api.definition());
  }

  private Command patch(String json) {
    return new Patch<>(
        kind(shop, Require.NOTHING),
        sample.api().id(),
        new MergePatch(json(json)),
        Precondition.NONE);
  }

  @Test
  void anApiIsCreatedEvenIfItsUpstreamIsOutOfReachYet() {
    var cats = api(shop, "cats", "/cats", pets);
    unconnected().when(create(cats)).then(cats);
  }

  @Test
  void anApiOutOfReachIsRefusedToThoseWhoRequireReach() {
    var cats = api(shop, "cats", "/cats", pets);
    var command = create(cats, Require.REACHABLE);
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
  void aPatchReachesIntoTheFrontEnd() {
    var before = sample.api().definition();
    var after = definition("pets", "/animals", pets);
    unconnected()
        .when(patch("{\"frontEnd\":{\"path\":\"/animals\"}}"))
        .then(
            new ApiChanged(
                sample.api().id(),
                shop,
                new ApiDefinition(
                    before.name(), before.description(), after.frontEnd(), before.backEnd())));
  }

  @Test
  void aBackEndPathMayOnlyUseParametersOfTheFrontEnd() {
    var refusals =
        unconnected()
            .when(patch("{\"backEnd\":{\"path\":\"/pets/{id}\"}}"))
            .thenRefused(RefusalCode.VALIDATION_FAILED);
    assertThat(refusals.getFirst().pointer()).isEqualTo("/backEnd/path");
    assertThat(refusals.getFirst().detail())
        .isEqualTo("must not use {id}, which the front-end path lacks");
  }

  @Test
  void aDraftIsDeletedThoughItIsReleased() {
    unconnected()
        .when(new Delete<>(kind(shop, Require.NOTHING), sample.api().id(), Precondition.NONE))
        .then(new ApiDeleted(sample.api().id(), shop));
  }

  @Test
  void anApiOfAnotherServiceIsNotFound() {
    var other = service("other", sample.instance().id());
    unconnected()
        .and(other)
        .when(new Delete<>(kind(other.id(), Require.NOTHING), sample.api().id(), Precondition.NONE))
        .thenRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void theViewTellsWhetherTheUpstreamIsReachedAndSinceWhen() {
    var scenario = unconnected();
    ObjectNode apart = view(scenario, true);
    assertThat(apart.at("/reachability/status").textValue()).isEqualTo("VPC_NOT_CONNECTED");
    assertThat(apart.findValuesAsText("code")).containsExactly("VPC_NOT_CONNECTED");

    scenario.and(sample.connect().toArray(GatewayEvent[]::new));
    ObjectNode joined = view(scenario, true);
    assertThat(joined.at("/reachability/status").textValue()).isEqualTo("CONNECTED");
    assertThat(joined.at("/reachability/cloudConnectNetworkId").textValue())
        .isEqualTo(sample.network().id().value());
    assertThat(joined.at("/reachability/position").longValue())
        .isEqualTo(scenario.image().position());
    assertThat(joined.has("warnings")).isFalse();
  }

  @Test
  void itWarnsOfNodesThatGetNoRequestsAsLongAsTheyDoNot() {
    var scenario = given(sample.unconnected()).and(sample.connect().toArray(GatewayEvent[]::new));
    JsonNode local = view(scenario, false).path("warnings");
    assertThat(local.findValuesAsText("code")).containsExactly("LOCAL_NODE");
    assertThat(local.at("/0/pointers/0").textValue()).isEqualTo("/backEnd/upstreamId");
    assertThat(local.at("/0/detail").textValue()).contains(pets.value(), "127.0.0.1:8001");

    scenario.and(
        new UpstreamNodesChanged(pets, new Nodes(List.of(EventMother.node("10.0.0.1", 80, 0)))));
    assertThat(view(scenario, false).findValuesAsText("code")).containsExactly("NO_ELIGIBLE_NODE");
    scenario.and(
        new UpstreamNodesChanged(pets, new Nodes(List.of(EventMother.node("10.0.0.1", 80, 1)))));
    assertThat(view(scenario, false).has("warnings")).isFalse();
  }

  private ObjectNode view(Scenario scenario, boolean localNodes) {
    var api = scenario.image().api(shop, sample.api().id());
    return ApiKind.of(shop, Require.NOTHING, new NodeWarnings(localNodes))
        .view(scenario.image(), api.id(), api);
  }
}
