package io.weir.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about events says what is so. */
class EventsPageTest {
  private static final Path FILE = Path.of("../docs/events.md");
  private static final Recorded FIRST = GoldenLedger.events("v1").values().iterator().next();

  private final String page = read();

  @Test
  void listsEveryTypeInOrder() {
    assertThat(catalogue().keySet()).containsExactlyElementsOf(EventTypes.names());
  }

  @Test
  void listsEveryRetiredTypeAndWhatItIsReadAs() {
    Map<String, String> readAs = new TreeMap<>();
    lines("## Retired types", "## Envelope")
        .forEach((type, line) -> readAs.put(type, line.replaceAll("^ `([^`]+)` .*", "$1")));
    assertThat(readAs).isEqualTo(EventCodec.CURRENT.retired());
  }

  /** "All of them" stands for fields that an earlier line of the same kind has named. */
  @Test
  void namesEveryFieldAndMarksThoseThatMayBeAbsent() {
    for (Map.Entry<String, String> line : catalogue().entrySet()) {
      JsonNode schema = EventSchemas.of(line.getKey());
      assertThat(names(schema, line.getValue())).as(line.getKey()).isTrue();
      for (var field : schema.path("properties").properties()) {
        String definition = field.getValue().path("$ref").asText().replace("#/$defs/", "");
        JsonNode inner = schema.path("$defs").path(definition);
        assertThat(line.getValue().contains("all of") || names(inner, line.getValue()))
            .as(line.getKey() + " " + field.getKey())
            .isTrue();
      }
    }
  }

  private static boolean names(JsonNode schema, String line) {
    String required = schema.path("required").toString();
    for (var field : schema.path("properties").properties()) {
      boolean optional = !required.contains("\"" + field.getKey() + "\"");
      if (!line.contains("`" + field.getKey() + "`" + (optional ? "?" : ""))) {
        return false;
      }
    }
    return true;
  }

  @Test
  void namesEveryHeader() {
    for (Recorded recorded : GoldenLedger.events("v1").values()) {
      assertThat(KafkaHeaders.of(recorded).keySet())
          .allMatch(name -> page.contains("`" + name + "`"));
    }
  }

  /** With nothing but SHA-256, as a reader of the page would. */
  @Test
  void workedExampleGivesTheHashesItSays() throws NoSuchAlgorithmException {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    String genesisText = "weir ledger " + FIRST.envelope().ledgerId();
    assertThat(page).contains("`" + FIRST.envelope().ledgerId() + "`");
    byte[] genesis = sha256.digest(genesisText.getBytes(StandardCharsets.UTF_8));
    assertThat(block("genesis")).isEqualTo(HexFormat.of().formatHex(genesis));

    sha256.update(genesis);
    String netstrings = block("netstrings").replace("\n", "");
    String hash =
        HexFormat.of().formatHex(sha256.digest(netstrings.getBytes(StandardCharsets.UTF_8)));
    assertThat(block("hash")).isEqualTo(hash);
  }

  @Test
  void workedExampleIsAnEventTheCodeAccepts() {
    assertThat(block("hash")).isEqualTo(FIRST.hash().hex());
    assertThat(Chain.genesis(FIRST.envelope().ledgerId()).step(FIRST)).isEqualTo(Chain.Step.APPLY);
    assertThat(block("netstrings").lines()).hasSize(15);
    assertThat(block("netstrings")).endsWith(":" + FIRST.data() + ",");
  }

  private Map<String, String> catalogue() {
    return lines("## Catalogue", "## Retired types");
  }

  /** Of the table between two headings: what follows a type in its line. */
  private Map<String, String> lines(String from, String to) {
    String part = page.substring(page.indexOf(from), page.indexOf(to));
    Map<String, String> lines = new LinkedHashMap<>();
    Pattern line = Pattern.compile("^\\| `([a-z.-]+\\.v\\d+)` \\|(.*)$", Pattern.MULTILINE);
    for (Matcher m = line.matcher(part); m.find(); ) {
      lines.put(m.group(1), m.group(2));
    }
    return lines;
  }

  private String block(String name) {
    Matcher block = Pattern.compile("```" + name + "\n(.*?)\n```", Pattern.DOTALL).matcher(page);
    assertThat(block.find()).as("a block ```" + name).isTrue();
    return block.group(1);
  }

  private static String read() {
    try {
      return Files.readString(FILE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
