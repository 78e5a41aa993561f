package io.weir.rest.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.Violation;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptRowsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static JsonNode rows(List<Violation> errors, long unrecorded)
      throws JsonProcessingException {
    var attempt =
        new RefusedWrite(
            NOW, "POST /v1/vpcs", 400, "VALIDATION_FAILED", errors, true, null, null, "c");
    return Json.MAPPER.readTree(AttemptRows.json(List.of(attempt), unrecorded, NOW));
  }

  @Test
  void noRowIsLargeWhateverWasSent() throws JsonProcessingException {
    var huge = Violation.field("/" + "x".repeat(50_000) + "\0", "is not a field");
    String errors = rows(Collections.nCopies(1_000, huge), 0).get(0).get("errors").asText();
    assertThat(errors).hasSizeLessThan(10_000).doesNotContain("\0", "\\u0000");
    assertThat(Json.MAPPER.readTree(errors)).hasSize(20);
  }

  @Test
  void whatIsOnlyCountedIsARowOfItsOwn() throws JsonProcessingException {
    JsonNode rows = rows(List.of(), 42);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).get("code").asText()).isEqualTo("NOT_RECORDED");
    assertThat(rows.get(1).get("unrecorded").asLong()).isEqualTo(42);
  }
}
