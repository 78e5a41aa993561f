package io.weir.acceptance.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void aSeedGivesOneScheduleAndAnotherSeedAnother() {
    assertThat(Schedule.of(7, 200, Possible.ALL)).isEqualTo(Schedule.of(7, 200, Possible.ALL));
    assertThat(Schedule.of(7, 200, Possible.ALL).steps())
        .isNotEqualTo(Schedule.of(8, 200, Possible.ALL).steps());
  }

  @Test
  void aLongerScheduleBeginsAsAShorterOne() {
    List<Step> some = Schedule.of(3, 40, Possible.ALL).steps();
    assertThat(Schedule.of(3, 200, Possible.ALL).steps().subList(0, some.size())).isEqualTo(some);
  }

  @Test
  void thereAreAsManyFaultsAsWereAskedForAndPairsAreOfDifferentThings() {
    for (int seed = 0; seed < 50; seed++) {
      Schedule schedule = Schedule.of(seed, 60, Possible.ALL);
      assertThat(schedule.faults()).isBetween(60, 61);
      for (Step step : schedule.steps()) {
        assertThat(step.together()).hasSizeBetween(1, 2);
        assertThat(step.together().stream().map(Disruption::to).distinct().count())
            .isEqualTo(step.together().size());
      }
    }
  }

  @Test
  void sixtyFaultsAreOfEveryKindAndReachEveryPart() {
    for (int seed = 0; seed < 50; seed++) {
      Set<Class<?>> kinds = new HashSet<>();
      Set<Object> killed = new HashSet<>();
      for (Step step : Schedule.of(seed, 60, Possible.ALL).steps()) {
        for (Disruption disruption : step.together()) {
          kinds.add(disruption.getClass());
          if (disruption instanceof Disruption.Kill kill) {
            killed.add(kill.to());
          }
        }
      }
      assertThat(kinds).hasSize(Disruption.class.getPermittedSubclasses().length);
      assertThat(killed).hasSize(Target.values().length);
    }
  }

  @Test
  void whatIsNotPossibleIsLeftOut() {
    for (int seed = 0; seed < 50; seed++) {
      assertThat(Schedule.of(seed, 60, new Possible(false, false)).steps())
          .flatExtracting(Step::together)
          .doesNotHaveAnyElementsOfTypes(Disruption.FillDisk.class, Disruption.JumpClock.class);
    }
  }
}
