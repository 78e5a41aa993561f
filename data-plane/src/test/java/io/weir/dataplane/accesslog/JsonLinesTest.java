package io.weir.dataplane.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import io.weir.dataplane.accesslog.JsonLines.Key;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Whatever the values, each line is the JSON of them. */
class JsonLinesTest {
  private static final Key ONE = new Key("one");
  private static final Key TWO = new Key("two");

  private static JsonNode parsed(JsonLines lines) throws IOException {
    assertThat(lines.bytes()[lines.length() - 1]).isEqualTo((byte) '\n');
    return Json.MAPPER.readTree(lines.bytes(), 0, lines.length());
  }

  @Provide
  Arbitrary<String> anything() {
    Arbitrary<Character> latin = Arbitraries.chars().range('\0', '\u00ff');
    Arbitrary<Character> usual = Arbitraries.chars().range('a', 'z');
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(1, latin), net.jqwik.api.Tuple.of(9, usual))
        .list()
        .ofMaxSize(300)
        .map(
            list -> {
              StringBuilder text = new StringBuilder();
              list.forEach(text::append);
              return text.toString();
            });
  }

  @Property
  void aTextIsReadAsItWas(@ForAll("anything") String one, @ForAll("anything") String two)
      throws IOException {
    JsonLines lines = new JsonLines(new byte[16]);
    lines.begin().text(ONE, one).text(TWO, two).end();
    JsonNode line = parsed(lines);
    assertThat(line.path("one").textValue()).isEqualTo(one);
    assertThat(line.path("two").textValue()).isEqualTo(two);
  }

  @Example
  void anIdIsItsPrefixAndEightCharacters() throws IOException {
    byte[] prefix = "api-".getBytes(StandardCharsets.US_ASCII);
    long random = ByteBuffer.wrap("4n5bfklc".getBytes(StandardCharsets.US_ASCII)).getLong();
    JsonLines lines = new JsonLines(new byte[16]);
    lines.begin().id(ONE, prefix, random).number(TWO, 1).end();
    assertThat(parsed(lines).path("one").textValue()).isEqualTo("api-4n5bfklc");
    assertThat(parsed(lines).path("two").intValue()).isOne();
  }

  @Property
  void aNumberIsReadAsItWas(@ForAll @LongRange(min = -Long.MAX_VALUE) long number)
      throws IOException {
    JsonLines lines = new JsonLines(new byte[16]);
    lines.begin().number(ONE, number).end();
    assertThat(parsed(lines).path("one").longValue()).isEqualTo(number);
  }

  @Example
  void numbersOfAllLengths() throws IOException {
    for (long number = 1; number > 0 && number < Long.MAX_VALUE / 10; number *= 10) {
      for (long near : List.of(number - 1, number, number + 1)) {
        JsonLines lines = new JsonLines(new byte[16]);
        lines.begin().number(ONE, near).end();
        assertThat(parsed(lines).path("one").longValue()).isEqualTo(near);
      }
    }
  }

  @Example
  void listsHoldWordsAndObjects() throws IOException {
    JsonLines lines = new JsonLines(new byte[0]);
    lines.begin().beginList(ONE).word("a").word("b").endList().beginList(TWO);
    lines.beginObject().bool(ONE, true).bool(TWO, false).endObject();
    lines.beginObject().plain(ONE, "x").endObject().endList().end();
    assertThat(parsed(lines).toString())
        .isEqualTo(
            "{\"one\":[\"a\",\"b\"],\"two\":[{\"one\":true,\"two\":false},{\"one\":\"x\"}]}");
  }

  @Example
  void theTimeOfALineIsItsOwn() {
    Timestamp timestamp = new Timestamp();
    for (long milli : new long[] {0, 7, 999, 1_000, 1_789_000_000_123L, 1_789_000_000_124L, 5}) {
      String text = new String(timestamp.of(milli), java.nio.charset.StandardCharsets.US_ASCII);
      assertThat(java.time.Instant.parse(text.replace("\"", "")).toEpochMilli()).isEqualTo(milli);
      assertThat(text).hasSize(26);
    }
  }
}
