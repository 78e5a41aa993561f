package io.weir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.guard.access.Paths;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallersTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, mine,"
            + " 4bf92f3577b34da6a3ce929d0e0e4736",
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

  @ParameterizedTest
  @CsvSource({
    "/v1/upstreams, /v1/upstreams",
    "/v1/upstreams/, /v1/upstreams",
    "/v1//upstreams, /v1/upstreams",
    "/v1/upstreams;x=1/a;y, /v1/upstreams/a",
    "/, /",
  })
  void aKeyIsOfAPathHoweverItIsSpelt(String path, String same) {
    assertThat(Paths.canonical(path)).isEqualTo(same);
  }
}
