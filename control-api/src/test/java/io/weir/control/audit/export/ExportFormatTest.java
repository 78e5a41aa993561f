package io.weir.control.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.codec.Json;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import io.weir.transparency.export.ExportLines;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportFormatTest {
  private final Recorded recorded = new FakeLedger().append(EventMother.vpc("v")).getFirst();

  /** A field that an envelope gains is part of the hash, so nobody could verify without it. */
  @Test
  void everyFieldOfTheEnvelopeIsExported() throws Exception {
    assertThat(CsvFormat.COLUMNS.keySet())
        .containsAll(
            Arrays.stream(Envelope.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
    List<String> members = new ArrayList<>();
    Json.MAPPER.readTree(ExportLines.event(recorded)).fieldNames().forEachRemaining(members::add);
    assertThat(members).hasSizeGreaterThan(14);
    assertThat(CsvFormat.COLUMNS.keySet()).startsWith("ledgerId").containsSubsequence(members);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ada | ada",
        "=1+1 | '=1+1",
        "+1 | '+1",
        "-1 | '-1",
        "@SUM(A1) | '@SUM(A1)",
        "'quoted' | ''quoted'",
        "a,b | \"a,b\"",
        "say \"so\" | \"say \"\"so\"\"\"",
        "=HYPERLINK(\"x\") | \"'=HYPERLINK(\"\"x\"\")\""
      })
  void noCellIsAFormulaAndNoneIsLost(String text, String cell) {
    assertThat(CsvFormat.cell(text)).isEqualTo(cell);
  }

  @Test
  void numbersStandAsTheyAreAndNothingIsEmpty() {
    assertThat(CsvFormat.cell(-5L)).isEqualTo("-5");
    assertThat(CsvFormat.cell(null)).isEmpty();
    assertThat(CsvFormat.cell(List.of("a", "b"))).isEqualTo("a b");
  }
}
