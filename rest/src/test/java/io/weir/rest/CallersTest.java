package io.weir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallersTest {
  @ParameterizedTest
  @CsvSource({"ada", "François", "维护", "naïve – yes"})
  void headersInUtf8AreReadAsSuch(String text) {
    String asReceived =
        new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(Callers.unicode(asReceived)).isEqualTo(text);
  }

  @Test
  void headersInLatin1StayWhatTheyAre() {
    assertThat(Callers.unicode("François")).isEqualTo("François");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, mine, 4bf92f3577b34da6a3ce929d0e0e4736",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01, mine, mine",
        "nonsense, mine, mine",
        "none, mine, mine",
      })
  void aTraceNamesTheRequestBeforeItsOwnId(String trace, String id, String chosen) {
    assertThat(Correlation.choose(trace, id)).isEqualTo(chosen);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {"none", "two words", "''"})
  void aRequestWithoutAUsableNameGetsANewOne(String id) {
    assertThat(Correlation.choose(null, id)).hasSize(36).isNotEqualTo(Correlation.choose(null, id));
  }
}
