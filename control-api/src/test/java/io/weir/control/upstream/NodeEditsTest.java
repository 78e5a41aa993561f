package io.weir.control.upstream;

import static io.weir.control.Scenario.given;
import static io.weir.control.Scenario.json;
import static io.weir.testing.event.EventMother.node;
import static io.weir.testing.event.EventMother.upstream;
import static io.weir.testing.event.EventMother.vpc;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.UpstreamContent;
import io.weir.contracts.event.UpstreamEvent.UpstreamCreated;
import io.weir.contracts.event.UpstreamEvent.UpstreamNodesChanged;
import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.NodeName;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.UpstreamId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Kind;
import io.weir.ledger.command.MergePatch;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.command.Replace;
import io.weir.testing.event.FakeLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NodeEditsTest {
  private static final Kind<UpstreamId, Upstream, UpstreamContent> KIND =
      UpstreamKind.of(new NodeWarnings(false));

  private final VpcCreated shop = vpc("shop");
  private final UpstreamCreated pets = upstream("pets", shop.id(), node(8001, 5), node(8002, 3));

  private NodeEdits edits(String name, Precondition precondition) {
    return new NodeEdits(KIND, pets.id(), NodeName.of(name), precondition);
  }

  private NodeEdits edits(String name) {
    return edits(name, Precondition.NONE);
  }

  private UpstreamNodesChanged nodes(Node... nodes) {
    return new UpstreamNodesChanged(pets.id(), new Nodes(List.of(nodes)));
  }

  private static String name(Node node) {
    return node.authority();
  }

  @Test
  void oneIsAddedReplacedChangedAndTakenAway() {
    var scenario = given(shop, pets);
    scenario
        .when(edits(name(node(8003, 1))).put(json("{\"weight\":1}")))
        .then(nodes(node(8001, 5), node(8002, 3), node(8003, 1)));
    scenario
        .when(edits(name(node(8001, 5))).put(json("{\"weight\":9}")))
        .then(nodes(node(8001, 9), node(8002, 3), node(8003, 1)));
    Node draining =
        new Node(node(8002, 3).address(), node(8002, 3).port(), node(8002, 3).weight(), true);
    scenario
        .when(edits(name(draining)).patch(new MergePatch(json("{\"draining\":true}"))))
        .then(nodes(node(8001, 9), draining, node(8003, 1)));
    scenario.when(edits(name(node(8003, 1))).delete()).then(nodes(node(8001, 9), draining));
  }

  @Test
  void whatIsEqualChangesNothing() {
    given(shop, pets)
        .when(edits(name(node(8001, 5))).put(json("{\"weight\":5,\"draining\":false}")))
        .thenNothing();
    given(shop, pets)
        .when(edits(name(node(8001, 5))).patch(new MergePatch(json("{}"))))
        .thenNothing();
  }

  @Test
  void aNodeThatIsNotThereIsNeitherChangedNorTakenAway() {
    given(shop, pets).when(edits("b:1").delete()).thenRefused(RefusalCode.NOT_FOUND);
    List<Refusal> refusals =
        given(shop, pets)
            .when(edits("b:1").patch(new MergePatch(json("{\"weight\":1}"))))
            .thenRefused(RefusalCode.NOT_FOUND);
    assertThat(refusals.getFirst().detail()).isEqualTo(pets.id() + " has no node b:1");
    given(shop).when(edits("b:1").put(json("{\"weight\":1}"))).thenRefused(RefusalCode.NOT_FOUND);
  }

  @Test
  void whatIsWrongWithItIsNamedByItsPlaceInTheNode() {
    List<Refusal> refusals =
        given(shop, pets)
            .when(
                edits("b:1")
                    .put(
                        json(
                            "{\"weight\":101,\"port\":2,\"address\":\"c\",\"draining\":1,\"x\":1}")))
            .thenRefused(
                RefusalCode.VALIDATION_FAILED,
                RefusalCode.VALIDATION_FAILED,
                RefusalCode.VALIDATION_FAILED,
                RefusalCode.VALIDATION_FAILED,
                RefusalCode.VALIDATION_FAILED);
    assertThat(refusals)
        .extracting(refusal -> refusal.pointer() + " " + refusal.detail())
        .containsExactly(
            "/address must be b, as in the path",
            "/port must be 1, as in the path",
            "/weight must be 0 to 100",
            "/draining must be true or false",
            "/x is not a field of this object");
    given(shop, pets)
        .when(edits(name(node(8001, 5))).patch(new MergePatch(json("{\"weight\":null}"))))
        .thenRefused(RefusalCode.VALIDATION_FAILED);
  }

  @Test
  void thereAreAMostAndALeast() {
    var many = new ArrayList<Node>();
    IntStream.rangeClosed(1, Nodes.MAX).forEach(port -> many.add(node(port, 1)));
    given(shop, pets, new UpstreamNodesChanged(pets.id(), new Nodes(many)))
        .when(edits("b:1").put(json("{\"weight\":1}")))
        .thenRefused(RefusalCode.LIMIT_EXCEEDED);
    var refusals =
        given(shop, pets, nodes(node(8001, 5)))
            .when(edits(name(node(8001, 5))).delete())
            .thenRefused(RefusalCode.LIMIT_EXCEEDED);
    assertThat(refusals.getFirst().detail())
        .isEqualTo(pets.id() + " must hold 1 to " + Nodes.MAX + " nodes");
  }

  @Test
  void theVersionIsThatOfTheUpstreamAndWhatMustNotBeThereIsTheNode() {
    String there = name(node(8001, 5));
    ObjectNode body = json("{\"weight\":1}");
    var stale = Precondition.match("2");
    given(shop, pets)
        .when(edits(there, stale).put(body))
        .thenRefused(RefusalCode.PRECONDITION_FAILED);
    given(shop, pets)
        .when(edits(there, stale).delete())
        .thenRefused(RefusalCode.PRECONDITION_FAILED);
    given(shop, pets)
        .when(edits("b:1", stale).delete())
        .thenRefused(RefusalCode.PRECONDITION_FAILED, RefusalCode.NOT_FOUND);
    given(shop, pets)
        .when(edits(there, Precondition.match("1")).put(body))
        .then(nodes(node(8001, 1), node(8002, 3)));
    var absent = new Precondition(null, Set.of(Precondition.ANY));
    given(shop, pets)
        .when(edits(there, absent).put(body))
        .thenRefused(RefusalCode.PRECONDITION_FAILED);
    given(shop, pets)
        .when(edits(name(node(8003, 1)), absent).put(body))
        .then(nodes(node(8001, 5), node(8002, 3), node(8003, 1)));
  }

  /** Whatever is done to one node is what the whole upstream, written with it, would have been. */
  @Property(tries = 100)
  void anEditIsTheReplacementOfTheWhole(@ForAll long seed) {
    Random random = new Random(seed);
    var ledger = new FakeLedger();
    ledger.append(shop);
    ledger.append(pets);
    for (int i = 0; i < 40; i++) {
      Node node = node(8001 + random.nextInt(4), random.nextInt(101));
      Upstream current = ledger.image().upstreams().get(pets.id());
      boolean there = current.nodes().named(node.name()).isPresent();
      boolean delete = random.nextInt(3) == 0;
      if (delete && (!there || current.nodes().list().size() == 1)) {
        continue;
      }
      NodeEdits edits = edits(name(node));
      Command edit =
          delete
              ? edits.delete()
              : there && random.nextBoolean()
                  ? edits.patch(
                      new MergePatch(
                          Json.MAPPER.createObjectNode().put("weight", node.weight().value())))
                  : edits.put(NodeEdits.json(node));
      Nodes wanted = delete ? current.nodes().without(node.name()) : current.nodes().with(node);
      ObjectNode whole = Json.MAPPER.valueToTree(new UpstreamContent(current.settings(), wanted));
      Decision decision = edit.decide(ledger.image());
      assertThat(decision)
          .isEqualTo(
              new Replace<>(KIND, pets.id(), whole, Precondition.NONE).decide(ledger.image()));
      var events = ((Decision.Accepted) decision).events();
      if (!events.isEmpty()) {
        ledger.append(events);
      }
    }
  }
}
