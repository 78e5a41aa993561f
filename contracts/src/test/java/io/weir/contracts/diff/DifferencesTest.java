package io.weir.contracts.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static List<String> between(String from, String to) {
    return Differences.between(json(from), json(to)).stream()
        .map(
            difference ->
                difference.pointer() + ": " + difference.from() + " -> " + difference.to())
        .toList();
  }

  private static String node(String address, int port, int weight) {
    return "{'address':'%s','port':%d,'weight':%d,'draining':false}"
        .formatted(address, port, weight);
  }

  @Test
  void aWeightAmongManyNodesIsOneLine() {
    var before = new StringBuilder();
    for (int i = 1; i < 200; i++) {
      before.append(node("10.0.1." + i, 80, 5)).append(',');
    }
    before.append(node("10.0.0.1", 8080, 5));
    String after = before.toString().replace("'port':8080,'weight':5", "'port':8080,'weight':7");
    assertThat(between("{'nodes':[" + before + "]}", "{'nodes':[" + after + "]}"))
        .containsExactly("/nodes/10.0.0.1:8080/weight: 5 -> 7");
  }

  @Test
  void aNodeThatComesAndOneThatGoesAreOneLineEach() {
    String some = node("10.0.0.1", 80, 1);
    String other = node("fd00::1", 81, 1);
    assertThat(
            between(
                "{'nodes':[" + some + "," + node("a.example", 80, 1) + "]}",
                "{'nodes':[" + some + "," + other + "]}"))
        .containsExactly(
            "/nodes/a.example:80: " + node("a.example", 80, 1).replace('\'', '"') + " -> null",
            "/nodes/[fd00::1]:81: null -> " + other.replace('\'', '"'));
  }

  @Test
  void anotherOrderOfNodesIsOneLineOfNames() {
    String some = node("10.0.0.1", 80, 1);
    String other = node("10.0.0.2", 80, 1);
    assertThat(
            between(
                "{'nodes':[" + some + "," + other + "]}", "{'nodes':[" + other + "," + some + "]}"))
        .containsExactly(
            "/nodes: [\"10.0.0.1:80\",\"10.0.0.2:80\"] -> [\"10.0.0.2:80\",\"10.0.0.1:80\"]");
  }

  @Test
  void membersAreComparedEachAndListsWithoutNamesAsAWhole() {
    assertThat(
            between(
                "{'a':{'b':1,'c':[1,2]},'gone':true}", "{'a':{'b':2,'c':[1,3]},'new':{'x':null}}"))
        .containsExactly(
            "/a/b: 1 -> 2",
            "/a/c: [1,2] -> [1,3]",
            "/gone: true -> null",
            "/new: null -> {\"x\":null}");
  }

  @Test
  void aPointerIsEscapedAsRfc6901Says() {
    assertThat(between("{}", "{'a/b~c':1}")).containsExactly("/a~1b~0c: null -> 1");
  }

  @Test
  void whatIsTheSameIsNoDifference() {
    assertThat(between("{'a':{'b':[1,{'c':2}]}}", "{'a':{'b':[1,{'c':2}]}}")).isEmpty();
  }
}
