package io.weir.control.overview;

import static io.weir.control.Scenario.given;
import static io.weir.testing.event.EventMother.api;
import static io.weir.testing.event.EventMother.instance;
import static io.weir.testing.event.EventMother.node;
import static io.weir.testing.event.EventMother.released;
import static io.weir.testing.event.EventMother.service;
import static io.weir.testing.event.EventMother.upstream;
import static io.weir.testing.event.EventMother.vpc;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.event.InstanceEvent.InstanceCreated;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.NetworkSettings;
import io.weir.contracts.value.Nodes;
import io.weir.control.Scenario;
import io.weir.control.overview.Attention.Code;
import io.weir.control.overview.Attention.Severity;
import io.weir.control.upstream.NodeWarnings;
import io.weir.control.upstream.UpstreamKind;
import io.weir.ledger.command.MergePatch;
import io.weir.ledger.command.Patch;
import io.weir.ledger.command.Precondition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverviewTest {
  private final VpcCreated edge = vpc("edge");
  private final VpcCreated shop = vpc("shop");
  private final InstanceCreated front = instance("front", edge.id());
  private final UpstreamCreated pets = upstream("pets", shop.id(), node(8001, 5), node(8002, 5));
  private final ServiceCreated one = service("one", front.id());
  private final ApiCreated list = api(one.id(), "list", "/a", pets.id());
  private final NetworkCreated network =
      new NetworkCreated(CcnId.random(), new NetworkSettings(new Name("all"), Description.NONE));

  private Scenario history() {
    return given(edge, shop, front, pets, one, list, network);
  }

  private LinkAttached[] joined() {
    return new LinkAttached[] {
      new LinkAttached(network.id(), edge.id()), new LinkAttached(network.id(), shop.id())
    };
  }

  private static List<String> told(GatewayImage image) {
    return Attention.worst(Configured.of(image)).stream()
        .map(found -> found.severity() + " " + found.code() + " " + found.name())
        .toList();
  }

  @Test
  void anApiOutOfReachIsAnErrorOnceItIsReleased() {
    assertThat(told(history().image()))
        .containsExactly("WARNING API_NOT_CONNECTED list", "WARNING DRAFTS_NOT_RELEASED one");
    var released = history().and(released(one.id(), Environment.TEST, list));
    assertThat(told(released.image())).containsExactly("ERROR API_NOT_CONNECTED list");
    assertThat(told(released.and(joined()).image())).isEmpty();
    assertThat(told(released.and(new LinkDetached(network.id(), shop.id())).image()))
        .containsExactly("ERROR API_NOT_CONNECTED list");
    assertThat(told(released.and(new ApiDeleted(list.id(), one.id())).image()))
        .as("what is released is answered though its draft is gone")
        .containsExactly("ERROR API_NOT_CONNECTED list");
  }

  @Test
  void draftsAreCountedThatNoEnvironmentAnswersWithAsTheyAre() {
    var more = api(one.id(), "more", "/b", pets.id());
    var image =
        history().and(joined()).and(released(one.id(), Environment.PREPUB, list)).and(more).image();
    var found = Attention.worst(Configured.of(image));
    assertThat(found).extracting(Attention::code).containsExactly(Code.DRAFTS_NOT_RELEASED);
    assertThat(found.getFirst().count()).isEqualTo(1);
    assertThat(found.getFirst().id()).isEqualTo(one.id().value());
  }

  @Test
  void anUpstreamNoneOfWhoseNodesTakesRequestsIsAnErrorIfOneIsReleasedWithIt() {
    var drained = new UpstreamNodesChanged(pets.id(), new Nodes(List.of(node(8001, 0))));
    var scenario = history().and(joined()).and(drained);
    assertThat(told(scenario.image())).contains("WARNING UPSTREAM_WITHOUT_NODES pets");
    assertThat(told(scenario.and(released(one.id(), Environment.TEST, list)).image()))
        .containsExactly("ERROR UPSTREAM_WITHOUT_NODES pets");
  }

  @Test
  void everythingIsCounted() {
    var image = history().and(released(one.id(), Environment.TEST, list)).image();
    assertThat(Configured.counts(image))
        .hasToString(
            "{vpcs=2, networks=1, instances=1, upstreams=1, services=1, apis=1, releases=1,"
                + " domains=0}");
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Test
  void replicasThatCannotGoOnAreWorseThanThoseThatAreBehind() {
    var running =
        Running.of(
            history().image(),
            json(
                """
                [{'id':'a','state':'STUCK','ready':true,'reason':'unknown event','position':3,'behind':true,'lagMillis':20000},
                 {'id':'b','state':'LIVE','ready':true,'reason':null,'position':4,'behind':true,'lagMillis':20001},
                 {'id':'c','state':'COLD','ready':false,'reason':null,'position':0,'behind':false},
                 {'id':'d','state':'LIVE','ready':true,'reason':null,'position':7,'behind':false,'lagMillis':null}]\
                """),
            json("[]"));
    assertThat(running.replicas()).isEqualTo(new Running.Replicas(3, 4, 2, 20_001));
    assertThat(Attention.worst(running.found()))
        .extracting(found -> found.severity() + " " + found.code() + " " + found.detail())
        .containsExactly(
            "ERROR REPLICA_STUCK unknown event",
            "WARNING REPLICA_BEHIND at event 4, the ledger is at 7");
  }

  @Test
  void nodesFoundUnfitCountWhileTheyAreThereAndAreChecked() {
    JsonNode unfit =
        json(
            "[{'upstream':'%s','node':'%s'},{'upstream':'%s','node':'gone:1'},{'upstream':'x','node':'y'}]"
                .formatted(pets.id(), node(8001, 5).authority(), pets.id()));
    assertThat(Running.of(history().image(), json("[]"), unfit).found()).isEmpty();
    var scenario = history();
    scenario.when(
        new Patch<>(
            UpstreamKind.of(new NodeWarnings(true)),
            pets.id(),
            new MergePatch(Scenario.json("{\"healthChecker\":{\"enableActiveCheck\":true}}")),
            Precondition.NONE));
    assertThat(Running.of(scenario.image(), json("[]"), unfit).found())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.severity()).isEqualTo(Severity.WARNING);
              assertThat(found.count()).isEqualTo(1);
            });
    var alone = new UpstreamNodesChanged(pets.id(), new Nodes(List.of(node(8001, 5))));
    assertThat(Running.of(scenario.and(alone).image(), json("[]"), unfit).found())
        .extracting(Attention::severity)
        .containsExactly(Severity.ERROR);
  }

  @Test
  void onlyTheWorstAreTold() {
    List<Attention> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Severity severity = i < 60 ? Severity.WARNING : Severity.ERROR;
      many.add(Attention.ofReplica(Code.REPLICA_STUCK, severity, "r" + i, "detail"));
    }
    assertThat(Attention.worst(many)).hasSize(50).startsWith(many.get(60));
    assertThat(Attention.worst(many).subList(0, 40))
        .allMatch(found -> found.severity() == Severity.ERROR);
  }
}
