package io.weir.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The OpenAPI document says what the values are. */
class ApiDocumentTest {
  private final ApiDocument document = ApiDocument.read();

  /** The numbers that grow one day. */
  @Test
  void theMostNodesAndTheMostWeightAreThoseOfTheValues() {
    assertThat(limits("nodes", "maxItems")).isNotEmpty().containsOnly(Nodes.MAX);
    assertThat(limits("weight", "maximum")).isNotEmpty().containsOnly(Weight.MAX);
  }

  private List<Integer> limits(String field, String keyword) {
    return document.root().get("components").get("schemas").findValues(field).stream()
        .filter(schema -> schema.has(keyword))
        .map(schema -> schema.get(keyword).intValue())
        .toList();
  }

  @Test
  void whatContradictsASchemaIsNoticed() {
    String wrong = document.example("upstream").replace("\"port\":8080", "\"port\":0");
    assertThatThrownBy(() -> document.describes("Upstream", wrong))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> document.describes("Upstream", "{}"))
        .isInstanceOf(AssertionError.class);
  }
}
