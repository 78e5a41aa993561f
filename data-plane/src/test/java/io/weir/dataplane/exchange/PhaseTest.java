package io.weir.dataplane.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The steps there are, as the picture in {@link Exchange} has them. */
class PhaseTest {
  private static final Map<Phase, Set<Phase>> STEPS = new EnumMap<>(Phase.class);

  static {
    STEPS.put(Phase.ROUTING, EnumSet.of(Phase.TRYING, Phase.OVER));
    STEPS.put(
        Phase.TRYING,
        EnumSet.of(Phase.TRYING, Phase.PAUSING, Phase.RELAYING, Phase.TUNNELLING, Phase.OVER));
    STEPS.put(Phase.PAUSING, EnumSet.of(Phase.TRYING, Phase.RELAYING, Phase.OVER));
    STEPS.put(Phase.RELAYING, EnumSet.of(Phase.OVER));
    STEPS.put(Phase.TUNNELLING, EnumSet.of(Phase.OVER));
    STEPS.put(Phase.OVER, EnumSet.noneOf(Phase.class));
  }

  @Test
  void thereAreTheseStepsAndNoOthers() {
    for (Phase from : Phase.values()) {
      for (Phase to : Phase.values()) {
        assertThat(from.leadsTo(to))
            .describedAs("%s to %s", from, to)
            .isEqualTo(STEPS.get(from).contains(to));
      }
    }
  }

  @Test
  void everyPhaseLeadsToTheEndInOneStepOrIsIt() {
    assertThat(Phase.values())
        .allSatisfy(phase -> assertThat(phase == Phase.OVER || phase.leadsTo(Phase.OVER)).isTrue());
  }
}
