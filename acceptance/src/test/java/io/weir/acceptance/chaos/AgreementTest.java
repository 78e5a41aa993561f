package io.weir.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementTest {
  @Test
  void whatIsMissingWhatIsTooMuchAndWhatIsOtherIsDifferent() {
    Map<String, String> folded = Map.of("a", "1", "b", "2", "c", "3");
    assertThat(Agreement.differences("/v1/vpcs", folded, folded)).isEmpty();
    assertThat(Agreement.differences("/v1/vpcs", folded, Map.of("a", "1", "b", "other", "d", "4")))
        .containsExactly(
            "/v1/vpcs: b is listed as other, folded it is 2",
            "/v1/vpcs: c is listed as not there, folded it is 3",
            "/v1/vpcs: d is listed as 4, folded it is not there");
  }
}
