package io.weir.dataplane.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The AsyncAPI document describes every field of a replica's report and every state in it. */
class DocumentedReportTest {
  private static final List<ReplicaState.OfLedger> STATES =
      List.of(
          new ReplicaState.Cold(),
          new ReplicaState.Restored(1),
          new ReplicaState.CatchingUp(1, 2),
          new ReplicaState.Live(1),
          new ReplicaState.Detached(1, Instant.EPOCH),
          new ReplicaState.Stuck(1, "why"));

  private Map<String, Map<String, Object>> properties;

  @BeforeEach
  void read() throws IOException {
    String text = Files.readString(Path.of("../contracts/src/main/resources/asyncapi.yaml"));
    Map<String, Map<String, Map<String, Map<String, Map<String, Map<String, Object>>>>>> document =
        new Yaml().load(text);
    properties = document.get("components").get("schemas").get("replica-report").get("properties");
  }

  @Test
  void fields() {
    assertThat(properties.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ReplicaReport.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
  }

  @Test
  void states() {
    assertThat(STATES)
        .extracting(Object::getClass)
        .containsExactlyInAnyOrder(ReplicaState.OfLedger.class.getPermittedSubclasses());
    assertThat(properties.get("state").get("enum"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .containsExactlyInAnyOrderElementsOf(STATES.stream().map(ReplicaState::name).toList());
  }

  @Test
  void theLagOfANodeThatHasNotSeenTheEndOfTheLog() {
    assertThat(properties.get("lag").get("minimum")).isEqualTo(-1);
  }
}
