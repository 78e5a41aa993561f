package io.weir.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.standalone.process.Component.Stage;
import io.weir.standalone.process.State;
import io.weir.standalone.process.State.ComponentState;
import io.weir.standalone.process.State.Phase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Console console = new Console(new PrintStream(bytes, true, StandardCharsets.UTF_8));

  @Test
  void printsEachComponentOnceWithTheSecondsItTook() {
    console.progress(state(Phase.STARTING, Phase.WAITING));
    console.progress(state(Phase.READY, Phase.STARTING));
    console.progress(state(Phase.READY, Phase.FAILED));
    console.progress(state(Phase.STOPPED, Phase.FAILED));

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .satisfiesExactly(
            line -> assertThat(line).matches(" {2}postgres +ready +\\d+\\.\\d s"),
            line -> assertThat(line).matches(" {2}kafka +failed +\\d+\\.\\d s"));
  }

  private static State state(Phase postgres, Phase kafka) {
    return new State(
        1, null, null, List.of(component("postgres", postgres), component("kafka", kafka)));
  }

  private static ComponentState component(String name, Phase phase) {
    return new ComponentState(name, Stage.KAFKA, 1, phase, null, Instant.now(), 0);
  }
}
