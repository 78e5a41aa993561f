package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.codec.Json;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AnswerTest {
  @Test
  void aLateBodyIsMadeOnceAndKeptLikeAnyOther() throws Exception {
    AtomicInteger made = new AtomicInteger();
    Answer late = Answer.late(201, () -> "body " + made.incrementAndGet(), Map.of("ETag", "\"1\""));
    assertThat(made).hasValue(0);
    String kept = Json.MAPPER.writeValueAsString(late);
    assertThat(late.body()).isEqualTo("body 1");
    assertThat(Json.MAPPER.readValue(kept, Answer.class))
        .isEqualTo(late)
        .isEqualTo(new Answer(201, "body 1", Map.of("ETag", "\"1\"")));
    assertThat(made).hasValue(1);
  }
}
