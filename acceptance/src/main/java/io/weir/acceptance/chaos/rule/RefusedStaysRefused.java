package io.weir.acceptance.chaos.rule;

import io.weir.acceptance.chaos.history.Evidence;
import io.weir.acceptance.chaos.history.Operation;
import io.weir.acceptance.chaos.history.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What was answered with a refusal has no effect, then or later. */
final class RefusedStaysRefused implements Rule {
  @Override
  public String sentence() {
    return "what was refused stays refused";
  }

  @Override
  public List<String> contradictions(Evidence evidence) {
    Commands commands = Commands.of(evidence.ledger());
    List<String> found = new ArrayList<>();
    for (Operation operation : evidence.operations()) {
      Set<Long> ends = commands.of(operation.id());
      if (operation.kind().writes() && operation.outcome() == Outcome.REFUSED && !ends.isEmpty()) {
        found.add(
            "%s was refused with %d and is recorded at %s"
                .formatted(operation, operation.status(), ends));
      }
    }
    return found;
  }
}
