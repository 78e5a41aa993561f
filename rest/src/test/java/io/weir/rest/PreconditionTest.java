package io.weir.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weir.ledger.RefusalCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionTest {
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
      })
  void ifMatchIsAStrongComparison(String header, boolean matches) {
    var refusal = Precondition.ifMatch(List.of(header)).refuse("vpc-aaaaaaaa", 3);
    assertThat(refusal.isEmpty()).isEqualTo(matches);
  }

  @Test
  void severalLinesAreOneList() {
    var precondition = Precondition.ifMatch(List.of("\"1\"", "\"3\""));
    assertThat(precondition.refuse("vpc-aaaaaaaa", 3)).isEmpty();
    assertThat(precondition.refuse("vpc-aaaaaaaa", 2)).isPresent();
  }

  @Test
  void noHeaderExpectsNothing() {
    assertThat(Precondition.ifMatch(List.of())).isEqualTo(Precondition.NONE);
    assertThat(Precondition.NONE.refuse("vpc-aaaaaaaa", 3)).isEmpty();
  }

  @Test
  void theRefusalNamesTheCurrentVersion() {
    var refusal = Precondition.ifMatch(List.of("\"2\"")).refuse("vpc-aaaaaaaa", 3).orElseThrow();
    assertThat(refusal.code()).isEqualTo(RefusalCode.PRECONDITION_FAILED);
    assertThat(refusal.detail()).contains("vpc-aaaaaaaa has version 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "\"3", "\"3\" \"4\"", "\"3\",,", "*, \"3\"", ""})
  void whatIsNoListOfEntityTagsIsRefused(String header) {
    var thrown =
        catchThrowableOfType(ProblemException.class, () -> Precondition.ifMatch(List.of(header)));
    assertThat(thrown.problem().errors()).extracting(Violation::header).containsExactly("If-Match");
  }
}
