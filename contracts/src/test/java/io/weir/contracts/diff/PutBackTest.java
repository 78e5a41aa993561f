package io.weir.contracts.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.diff.PutBack.Conflict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PutBackTest {
  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Nodes as {@code a5 b1}: a name of one letter and a weight. */
  private static ObjectNode nodes(String words) {
    return json(
        Arrays.stream(words.split(" "))
            .filter(word -> !word.isEmpty())
            .map(
                word ->
                    "{'address':'%s','port':80,'weight':%s}"
                        .formatted(word.charAt(0), word.substring(1)))
            .collect(Collectors.joining(",", "{'nodes':[", "]}")));
  }

  private static String words(PutBack back) {
    List<String> words = new ArrayList<>();
    back.content()
        .get("nodes")
        .forEach(node -> words.add(node.get("address").textValue() + node.get("weight")));
    return String.join(" ", words);
  }

  private static List<String> conflicts(PutBack back) {
    return back.conflicts().stream()
        .map(one -> "%s: %s -> %s, %s".formatted(one.pointer(), one.from(), one.to(), one.now()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    // before, after, now, put back
    "a5 b1, a7 b1, a7 b2, a5 b2",
    "a5 b1, a7 b1, b1 a7, b1 a5",
    "a5 b1, a5 b1 c1, a5 b1 c1 d1, a5 b1 d1",
    "a5 b1 c1, a5 c1, a5 c1 d1, a5 b1 c1 d1",
    "a5 b1 c1, a5 c1, c1 d1 a5, c1 d1 a5 b1",
    "a5 b1 c1, b1 c1, d1 b1 c1, a5 d1 b1 c1",
    "a5 b1 c1, c1 b1 a5, c1 d1 b1 a5, a5 d1 b1 c1",
    "a5 b1 c1, c1 b1 a5, c1 b1, b1 c1",
    "a5 b1, b1 a5, a5 b1 c1, a5 b1 c1",
    "a5 b1, b1, a5 b1 c1, a5 b1 c1",
    "a5 b1, a7 b1, a5 b1 c1, a5 b1 c1",
    "a5 b1 c1, '', d1, a5 b1 c1 d1",
  })
  void nodesArePutBackByTheirNames(String before, String after, String now, String back) {
    PutBack found = PutBack.of(nodes(before), nodes(after), nodes(now));
    assertThat(found.conflicts()).isEmpty();
    assertThat(words(found)).isEqualTo(back);
  }

  @Test
  void whatAnotherHasChangedSinceIsNamedByItsPlace() {
    assertThat(conflicts(PutBack.of(nodes("a5 b1"), nodes("a7 b1 c1"), nodes("a9 b1 c2"))))
        .containsExactly("/nodes/a:80/weight: 5 -> 7, 9", "/nodes/c:80/weight: null -> 1, 2");
    assertThat(conflicts(PutBack.of(nodes("a5 b1"), nodes("a7 b1"), nodes("b1"))))
        .containsExactly(
            "/nodes/a:80: {'address':'a','port':80,'weight':5} -> {'address':'a','port':80,'weight':7}, null"
                .replace('\'', '"'));
    assertThat(conflicts(PutBack.of(nodes("a1 b1 c1"), nodes("b1 a1 c1"), nodes("c1 b1 a1"))))
        .containsExactly(
            "/nodes: ['a:80','b:80','c:80'] -> ['b:80','a:80','c:80'], ['c:80','b:80','a:80']"
                .replace('\'', '"'));
    assertThat(conflicts(PutBack.of(json("{'x':{'y':1}}"), json("{}"), json("{'x':{'y':2}}"))))
        .containsExactly("/x: {\"y\":1} -> null, {\"y\":2}");
    assertThat(
            conflicts(PutBack.of(json("{}"), json("{'x':{'y':1}}"), json("{'x':{'y':1,'z':3}}"))))
        .containsExactly("/x/z: null -> null, 3");
  }

  @Test
  void whatWasMadeGoesOnlyAsItWasMade() {
    assertThat(PutBack.of(null, json("{'a':1}"), json("{'a':1}")))
        .isEqualTo(new PutBack(null, List.of()));
    assertThat(conflicts(PutBack.of(null, json("{'a':1,'b':2}"), json("{'a':1,'b':3,'c':4}"))))
        .containsExactly("/b: null -> 2, 3", "/c: null -> null, 4");
  }

  @Test
  void fieldsOfOneObjectAreEachPutBack() {
    PutBack back =
        PutBack.of(
            json("{'a':{'b':1,'c':1},'d':[1],'e':5}"),
            json("{'a':{'b':2,'c':1},'d':[2],'f':6}"),
            json("{'a':{'b':2,'c':9},'d':[2],'f':6,'g':7}"));
    assertThat(back)
        .isEqualTo(new PutBack(json("{'a':{'b':1,'c':9},'d':[1],'e':5,'g':7}"), List.of()));
  }

  private static ObjectNode any(Random random) {
    List<String> names = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
    Collections.shuffle(names, random);
    ObjectNode content =
        nodes(
            names.stream()
                .limit(random.nextInt(6))
                .map(name -> name + random.nextInt(2))
                .collect(Collectors.joining(" ")));
    for (String name : List.of("x", "y")) {
      switch (random.nextInt(4)) {
        case 0 -> content.put(name, random.nextInt(2));
        case 1 -> content.putObject(name).put("z", random.nextInt(2));
        case 2 -> content.putArray(name).add(random.nextInt(2));
        default -> {
          // nothing stands there
        }
      }
    }
    return content;
  }

  @Property(tries = 2000)
  void rightAfterTheEventAllIsAsItWas(@ForAll long seed) {
    Random random = new Random(seed);
    ObjectNode before = any(random);
    ObjectNode after = any(random);
    assertThat(PutBack.of(before, after, after)).isEqualTo(new PutBack(before, List.of()));
    assertThat(PutBack.of(before, after, before)).isEqualTo(new PutBack(before, List.of()));
    assertThat(PutBack.of(before, before, after)).isEqualTo(new PutBack(after, List.of()));
  }

  /** Each place that is told is one that both have changed, and to different ends. */
  @Property(tries = 2000)
  void aConflictIsWhereTheEventAndAnotherChangedTheSame(@ForAll long seed) {
    Random random = new Random(seed);
    ObjectNode before = any(random);
    ObjectNode after = any(random);
    ObjectNode now = any(random);
    PutBack back = PutBack.of(before, after, now);
    List<String> since = pointers(after, now);
    List<String> changed = pointers(before, after);
    for (Conflict conflict : back.conflicts()) {
      assertThat(conflict.to()).isNotEqualTo(conflict.now());
      assertThat(since).anyMatch(pointer -> overlap(pointer, conflict.pointer()));
      assertThat(changed).anyMatch(pointer -> overlap(pointer, conflict.pointer()));
    }
    if (back.conflicts().isEmpty()) {
      // what only others changed stays changed
      for (String pointer : pointers(before, now)) {
        if (changed.stream().noneMatch(other -> overlap(pointer, other))) {
          assertThat(pointers(back.content(), now)).noneMatch(other -> other.equals(pointer));
        }
      }
    }
  }

  private static List<String> pointers(ObjectNode from, ObjectNode to) {
    return Differences.between(from, to).stream().map(Difference::pointer).toList();
  }

  private static boolean overlap(String one, String other) {
    return one.equals(other) || one.startsWith(other + "/") || other.startsWith(one + "/");
  }
}
