package io.weir.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text is the JSON it looks like, and every part of it is found again. */
class YamlDocumentTest {
  private static JsonNode json(String yaml) throws InvalidYamlException {
    YamlDocument document = YamlDocument.read(yaml);
    document.end();
    return document.whole().json();
  }

  private static List<PlacedViolation> violations(YamlDocument document) {
    InvalidYamlException refused = catchThrowableOfType(InvalidYamlException.class, document::end);
    assertThat(refused).as("refusal").isNotNull();
    return refused.violations();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          5               | 5
          -7              | -7
          0.5             | 0.5
          12345678901234567890 | 12345678901234567890
          yes             | true
          Off             | false
          !!bool banana   | "banana"
          !!str 5         | "5"
          !!int 5         | 5
          <<              | "<<"
          =               | "="
          ~               | null
          'yes'           | "yes"
          "5"             | "5"
          2026-01-01      | "2026-01-01"
          0x1F            | "0x1F"
          0777            | "0777"
          1_000           | "1_000"
          .inf            | ".inf"
          10:30           | "10:30"
          {a: [1, {b: c}]} | {"a": [1, {"b": "c"}]}
          {1: a, yes: b}  | {"1": "a", "yes": "b"}
          [&x {a: 1}, *x] | [{"a": 1}, {"a": 1}]
          """)
  void aValueIsWhatJsonHasForIt(String yaml, String json)
      throws InvalidYamlException, JsonProcessingException {
    assertThat(json(yaml)).isEqualTo(Json.MAPPER.readTree(json));
  }

  @Property(tries = 100)
  void everyValueIsFoundWhereItStands(@ForAll long seed) throws InvalidYamlException {
    JsonNode gateway = RandomGateway.of(seed);
    String yaml = YamlText.of(gateway, new Random(seed));
    List<String> lines = yaml.lines().toList();
    YamlDocument document = YamlDocument.read(yaml);
    List<JsonPointer> places = Mutation.places(gateway);
    places.forEach(place -> document.violates(place.toString(), "is here"));
    List<PlacedViolation> violations = violations(document);
    assertThat(violations).hasSameSizeAs(places);
    for (PlacedViolation found : violations) {
      JsonPointer pointer = JsonPointer.compile(found.violation().pointer());
      JsonNode value = gateway.at(pointer);
      if (value.isNumber() || value.isBoolean()) {
        assertThat(lines.get(found.line() - 1).substring(found.column() - 1))
            .as("%s in%n%s", pointer, yaml)
            .startsWith(value.asText());
      }
      assertThat(found.place()).as(pointer.toString()).isEqualTo(asPeopleWriteIt(pointer));
    }
  }

  /** Keys that are one digit are no names here. */
  private static String asPeopleWriteIt(JsonPointer pointer) {
    return pointer.toString().substring(1).replaceAll("/([0-9])(?=/|$)", "[$1]").replace('/', '.');
  }

  @Test
  void whatIsNotWrittenIsFoundWhereItWouldStand() throws InvalidYamlException {
    YamlDocument document = YamlDocument.read("a:\n  b: 1\n  c: [2]\n");
    document.violates("/a/d/e", "x");
    document.violates("/a/c/1", "x");
    document.violates("/a/b/0", "x");
    assertThat(violations(document))
        .extracting(PlacedViolation::toString)
        .containsExactly("2:3: a.d.e x", "2:6: a.b.0 x", "3:6: a.c.1 x");
  }

  @Test
  void whatJsonCannotSayIsRefused() throws InvalidYamlException {
    assertThat(
            violations(
                YamlDocument.read("a: {b: 1, b: 2}\nc: &c [*c]\n? [d]\n: e\nf: !!binary Bw==\n")))
        .extracting(PlacedViolation::toString)
        .containsExactly(
            "1:11: a.b is written twice",
            "2:4: c contains itself",
            "3:3: has a key that is no text",
            "5:4: f has the tag tag:yaml.org,2002:binary, which JSON has not");
  }

  /** A billion times the same, of a text that is small: nothing is copied. */
  @Test
  void aliasesDoNotMakeAShortTextLarge() throws InvalidYamlException {
    StringBuilder yaml = new StringBuilder("l0: &l0 [x, x]\n");
    for (int level = 1; level < 40; level++) {
      yaml.append("l%d: &l%d [*l%d, 1]\n".formatted(level, level, level - 1));
    }
    assertThat(json(yaml.toString()).size()).isEqualTo(40);
    String bomb = "l0: &l0 [x, x]\n" + "l%d: &l%d [*l%d, *l%d]\n".repeat(60);
    Object[] levels = new Object[240];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = i % 4 < 2 ? i / 4 + 1 : i / 4;
    }
    InvalidYamlException refused =
        catchThrowableOfType(
            InvalidYamlException.class, () -> YamlDocument.read(bomb.formatted(levels)));
    assertThat(refused).hasMessageContaining("aliases");
  }

  @Test
  void aTextIsOneDocumentOfBoundedDepth() {
    for (String yaml : List.of("a: 1\n---\nb: 2\n", "[".repeat(10_000), "a: b: c", "\u0000")) {
      assertThat(catchThrowableOfType(InvalidYamlException.class, () -> YamlDocument.read(yaml)))
          .as(yaml)
          .hasMessageContaining("is not YAML");
    }
  }
}
