package io.weir.projector.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentShapeTest {
  @Test
  void fieldsWithinFieldsAndListsArePartOfIt() {
    assertThat(DocumentShape.text().lines())
        .contains(
            "io.weir.contracts.value.UpstreamSettings limits"
                + " io.weir.contracts.value.UpstreamLimits",
            "io.weir.contracts.value.UpstreamLimits maxRequestsPerNode int",
            "io.weir.contracts.value.HealthChecker panicThreshold int",
            "io.weir.contracts.value.Node draining boolean")
        .doesNotHaveDuplicates();
  }

  @Test
  void itIsTheSameEveryTime() {
    assertThat(DocumentShape.text()).isEqualTo(DocumentShape.text());
  }
}
