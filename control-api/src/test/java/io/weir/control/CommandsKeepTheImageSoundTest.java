package io.weir.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.testing.event.FakeLedger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever callers ask for in whatever order, the configuration stays one that every replica can
 * follow.
 */
class CommandsKeepTheImageSoundTest {
  private static final int STEPS = 300;

  @Property(tries = 60)
  void noSequenceOfCommandsLeavesAnythingDangling(@ForAll long seed) {
    var ledger = new FakeLedger();
    var commands =
        new RandomCommands(Math.abs(seed / 2), ledger::image, event -> ledger.append(event));
    int accepted = 0;
    for (int i = 0; i < STEPS; i++) {
      Command command = commands.next();
      if (command.decide(ledger.image()) instanceof Decision.Accepted decision
          && !decision.events().isEmpty()) {
        ledger.append(decision.events());
        assertThat(ledger.image().check()).as(command.toString()).isEmpty();
        accepted++;
      }
    }
    assertThat(accepted).isPositive();
  }
}
