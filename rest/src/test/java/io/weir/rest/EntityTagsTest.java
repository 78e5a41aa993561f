package io.weir.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.Violation;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Precondition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
  private static EntityTags ifMatch(String... lines) {
    var tags = new EntityTags();
    tags.ifMatch = List.of(lines);
    return tags;
  }

  private static EntityTags ifNoneMatch(String... lines) {
    var tags = new EntityTags();
    tags.ifNoneMatch = List.of(lines);
    return tags;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* | true",
        "\"3\" | true",
        "\"2\", \"3\" | true",
        "\"2\",\"4\" | false",
        "W/\"3\" | false",
        "\"\" | false",
        "\"a,b\" , \"3\" | true",
        "\"2\",, \"3\", | true",
        ",\"2\" | false",
        "\"3.0a1b2c3d\" | true",
        "\"2.0a1b2c3d\" | false",
        "\"*\" | false",
      })
  void ifMatchIsAStrongComparison(String header, boolean matches) {
    var refusal = ifMatch(header).precondition().refuse("vpc-aaaaaaaa", 3);
    assertThat(refusal.isEmpty()).isEqualTo(matches);
  }

  @Test
  void severalLinesAreOneList() {
    var precondition = ifMatch("\"1\"", "\"3\"").precondition();
    assertThat(precondition.refuse("vpc-aaaaaaaa", 3)).isEmpty();
    assertThat(precondition.refuse("vpc-aaaaaaaa", 2)).isPresent();
  }

  @Test
  void noHeaderExpectsNothing() {
    assertThat(new EntityTags().precondition()).isEqualTo(Precondition.NONE);
    assertThat(Precondition.NONE.refuse("vpc-aaaaaaaa", 3)).isEmpty();
  }

  @Test
  void theRefusalNamesTheCurrentVersion() {
    var refusal = ifMatch("\"2\"").precondition().refuse("vpc-aaaaaaaa", 3).orElseThrow();
    assertThat(refusal.code()).isEqualTo(RefusalCode.PRECONDITION_FAILED);
    assertThat(refusal.detail()).contains("vpc-aaaaaaaa has version 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "\"3", "\"3\" \"4\"", ",", "*, \"3\"", ""})
  void whatIsNoListOfEntityTagsIsRefused(String header) {
    var thrown =
        catchThrowableOfType(InvalidContentException.class, () -> ifMatch(header).precondition());
    assertThat(thrown.violations()).extracting(Violation::header).containsExactly("If-Match");
  }

  @Test
  void whatMustNotExistIsRefusedWhateverItsVersion() {
    var none = ifNoneMatch("*").precondition();
    assertThat(none.refuse("it", null)).isEmpty();
    assertThat(none.refuse("it", 3L)).isPresent();
  }

  @Test
  void whatMustExistIsRefusedIfItDoesNot() {
    var any = ifMatch("*").precondition();
    assertThat(any.refuse("it", null)).isPresent();
    assertThat(any.refuse("it", 3L)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* | true",
        "\"3.0a1b2c3d\" | true",
        "W/\"3.0a1b2c3d\" | true",
        "\"1\",, \"3.0a1b2c3d\" | true",
        "\"3\" | false",
        "\"3.ffffffff\" | false",
      })
  void aReadComparesTheWholeTag(String header, boolean known) {
    var tags = new KnownTags();
    tags.ifNoneMatch = List.of(header);
    assertThat(tags.contain("\"3.0a1b2c3d\"")).isEqualTo(known);
  }

  @Test
  void aTagChangesWithTheRepresentation() {
    assertThat(EntityTags.tag(3, "{}"))
        .matches("\"3\\.[0-9a-f]{8}\"")
        .isNotEqualTo(EntityTags.tag(3, "{ }"));
  }
}
