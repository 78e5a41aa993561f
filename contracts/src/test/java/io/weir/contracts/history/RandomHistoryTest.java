package io.weir.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.log.Recorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A generator that leaves something out proves less than it seems to. */
class RandomHistoryTest {
  private static final List<Recorded> LONG = RandomHistory.of(3, 4000);

  @Test
  void theSameSeedGivesTheSameHistory() {
    assertThat(RandomHistory.of(3, 4000)).isEqualTo(LONG);
    assertThat(RandomHistory.of(4, 10)).isNotEqualTo(LONG.subList(0, 10));
  }

  @Test
  void everyTypeOfEventHappens() {
    assertThat(
            LONG.stream().map(recorded -> recorded.envelope().type()).collect(Collectors.toSet()))
        .isEqualTo(EventTypes.names());
  }

  @Test
  void commandsWriteOneEventOrSeveral() {
    assertThat(LONG).anyMatch(recorded -> recorded.envelope().commitSize() == 1);
    assertThat(LONG).anyMatch(recorded -> recorded.envelope().commitSize() > 2);
    assertThat(LONG.getLast().envelope().endsCommit()).isTrue();
  }

  @Test
  void someServiceIsReleasedMoreOftenThanReleasesAreKept() {
    Map<String, Integer> releases = new HashMap<>();
    for (Recorded recorded : LONG) {
      if (recorded.envelope().type().equals("service.released.v3")) {
        releases.merge(recorded.envelope().stream(), 1, Integer::sum);
      }
    }
    assertThat(releases.values()).anyMatch(count -> count > 50);
  }
}
