package io.weir.projector.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is wrong is said, and said once. */
class ComplaintsTest {
  private final List<String> said = new ArrayList<>();
  private final Complaints complaints = new Complaints(said::add);

  private boolean read(@Nullable String key, @Nullable String value) {
    return ReplicaReport.read(new ConsumerRecord<>("weir.replicas", 0, 1, key, value), complaints)
        .isPresent();
  }

  @Test
  void aRecordThatIsNoReportIsSaidOnce() {
    for (int i = 0; i < 100; i++) {
      assertThat(read("a", "7")).isFalse();
    }
    assertThat(said).containsExactly("A report of replica a is left out: it is no JSON object");
  }

  @Test
  void andAgainAfterSomethingRight() {
    read("a", "7");
    assertThat(read("a", "{\"replicaId\":\"a\"}")).isTrue();
    read("a", "7");
    read("a", "{\"replicaId\":\"b\"}");
    read("b", "7");
    assertThat(said)
        .containsExactly(
            "A report of replica a is left out: it is no JSON object",
            "A report of replica a is left out: it is no JSON object",
            "A report of replica a is left out: it says that it is another's",
            "A report of replica b is left out: it is no JSON object");
  }

  @Test
  void aNameThatIsNoneIsSaidInPrint() {
    assertThat(read("a\nb" + "c".repeat(1_000), "{}")).isFalse();
    assertThat(said.getFirst()).startsWith("A report of replica a?bccc").hasSizeLessThan(250);
    assertThat(read(null, "{}")).isFalse();
    assertThat(said.getLast()).contains("it has no key");
  }

  @Test
  void whoIsGoneSaysSoWithoutWords() {
    assertThat(read("a", null)).isTrue();
    assertThat(said).isEmpty();
  }

  @Test
  void notEverythingIsRemembered() {
    for (int i = 0; i < 3_000; i++) {
      read("r" + i, "7");
    }
    read("r0", "7");
    assertThat(said).hasSize(3_001);
  }
}
