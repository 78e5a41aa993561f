package io.weir.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeNameTest {
  private static Node node(String address, int port, int weight) {
    return new Node(new Address(address), new Port(port), new Weight(weight));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1:80", "pets.internal:65535", "[fd00::1]:8080", "[::]:1"})
  void itsTextIsReadBack(String text) {
    assertThat(NodeName.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.1",
        "10.0.0.1:",
        ":80",
        "10.0.0.1:0",
        "10.0.0.1:080",
        "10.0.0.1:65536",
        "10.0.0.1:-1",
        "10.0.0.1:80:80",
        "fd00::1:80",
        "[fd00::1]",
        "[fd00::1]:",
        "[10.0.0.1]:80",
        "[pets]:80",
        "[[::1]]:80",
        "10.0.0.256:80",
        "a b:80",
        "a/b:80",
      })
  void whatNoNodeCanBeCalledIsNone(String text) {
    assertThatThrownBy(() -> NodeName.of(text)).isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "pets.internal, PETS.internal, true",
    "fd00::1, FD00:0:0:0:0:0:0:1, true",
    "10.0.0.1, 10.0.0.1, true",
    "10.0.0.1, 10.0.0.2, false",
  })
  void aNodeIsNamedInAnySpellingOfItsAddress(String one, String other, boolean same) {
    NodeName name = node(one, 80, 1).name();
    assertThat(name.names(node(other, 80, 5))).isEqualTo(same);
    assertThat(name.names(node(other, 81, 5))).isFalse();
    assertThat(node(other, 80, 1).name().names(node(one, 80, 1))).isEqualTo(same);
  }

  @Test
  void aNodeIsPutInThePlaceOfItsNamesakeOrAtTheEnd() {
    Nodes nodes = new Nodes(List.of(node("a", 80, 1), node("b", 80, 1)));
    assertThat(nodes.with(node("A", 80, 7)).list())
        .containsExactly(node("A", 80, 7), node("b", 80, 1));
    assertThat(nodes.with(node("a", 81, 7)).list())
        .containsExactly(node("a", 80, 1), node("b", 80, 1), node("a", 81, 7));
    assertThat(nodes.without(NodeName.of("A:80")).list()).containsExactly(node("b", 80, 1));
    assertThat(nodes.without(NodeName.of("c:80"))).isEqualTo(nodes);
    assertThat(nodes.named(NodeName.of("B:80"))).contains(node("b", 80, 1));
    assertThat(nodes.named(NodeName.of("b:81"))).isEmpty();
  }

  @Test
  void thereIsAMostAndALeast() {
    Nodes full =
        new Nodes(IntStream.rangeClosed(1, Nodes.MAX).mapToObj(i -> node("a", i, 1)).toList());
    assertThat(full.with(node("a", 1, 2)).list()).hasSize(Nodes.MAX);
    assertThatThrownBy(() -> full.with(node("b", 1, 1))).isInstanceOf(InvalidValueException.class);
    Nodes one = new Nodes(List.of(node("a", 80, 1)));
    assertThatThrownBy(() -> one.without(NodeName.of("a:80")))
        .isInstanceOf(InvalidValueException.class);
  }
}
