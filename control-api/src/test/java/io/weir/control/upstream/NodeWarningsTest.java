package io.weir.control.upstream;

import static io.weir.control.Scenario.given;
import static io.weir.testing.event.EventMother.node;
import static io.weir.testing.event.EventMother.upstream;
import static io.weir.testing.event.EventMother.vpc;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.Node;
import io.weir.ledger.command.Warning;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodeWarningsTest {
  private static List<Warning> of(boolean localNodes, Node... nodes) {
    var vpc = vpc("shop");
    var pets = upstream("pets", vpc.id(), nodes);
    return new NodeWarnings(localNodes).of(given(vpc, pets).image().upstreams().get(pets.id()));
  }

  private static Node draining(Node node) {
    return new Node(node.address(), node.port(), node.weight(), true);
  }

  @Test
  void nodesThatTakeRequestsAreNothingToSay() {
    assertThat(of(false, node("10.0.0.1", 80, 1), node("10.0.0.2", 80, 0))).isEmpty();
    assertThat(of(false, node("pets.internal", 80, 1), draining(node("10.0.0.2", 80, 5))))
        .isEmpty();
  }

  @Test
  void nobodyTakesRequestsIfAllAreDrainingOrWeighNothing() {
    var warnings = of(false, node("10.0.0.1", 80, 0), draining(node("10.0.0.2", 80, 5)));
    assertThat(warnings).extracting(Warning::code).containsExactly("NO_ELIGIBLE_NODE");
    assertThat(warnings.getFirst().pointers()).containsExactly("/nodes");
  }

  @Test
  void nodesWithAddressesThatTheDataPlaneRefusesAreNamed() {
    var warnings =
        of(
            false,
            node("10.0.0.1", 80, 1),
            node("169.254.169.254", 80, 1),
            node("::ffff:127.0.0.1", 8080, 1));
    assertThat(warnings).extracting(Warning::code).containsExactly("LOCAL_NODE");
    assertThat(warnings.getFirst().pointers())
        .containsExactly("/nodes/1/address", "/nodes/2/address");
    assertThat(warnings.getFirst().detail())
        .endsWith("169.254.169.254:80, [::ffff:127.0.0.1]:8080");
  }

  @Test
  void unlessItDoesNotRefuseThem() {
    assertThat(of(true, node("127.0.0.1", 80, 1))).isEmpty();
    assertThat(of(true, node("127.0.0.1", 80, 0)))
        .extracting(Warning::code)
        .containsExactly("NO_ELIGIBLE_NODE");
  }

  @Test
  void ofManyTheFirstAreNamedAndAllAreCounted() {
    Node[] nodes =
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> node("127.0.0." + i, 80, 1))
            .toArray(Node[]::new);
    var warning = of(false, nodes).getFirst();
    assertThat(warning.detail()).endsWith("127.0.0.20:80 and 180 more");
    assertThat(warning.pointers()).hasSize(200);
  }
}
