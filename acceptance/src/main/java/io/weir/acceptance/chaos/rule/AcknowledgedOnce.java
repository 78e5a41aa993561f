package io.weir.acceptance.chaos.rule;

import io.weir.acceptance.chaos.history.Evidence;
import io.weir.acceptance.chaos.history.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** No acknowledged write is lost, and no write, acknowledged or not, is recorded twice. */
final class AcknowledgedOnce implements Rule {
  @Override
  public String sentence() {
    return "an acknowledged write is in the ledger, where its answer said, and no write is there twice";
  }

  @Override
  public List<String> contradictions(Evidence evidence) {
    Commands commands = Commands.of(evidence.ledger());
    List<String> found = new ArrayList<>();
    for (Operation operation : evidence.operations()) {
      if (!operation.kind().writes()) {
        continue;
      }
      Set<Long> ends = commands.of(operation.id());
      if (ends.size() > 1) {
        found.add("%s was recorded %d times, up to %s".formatted(operation, ends.size(), ends));
      } else if (operation.done()
          && operation.completed() < evidence.cutoff()
          && !ends.contains(operation.position())) {
        found.add(
            "%s was acknowledged and %s"
                .formatted(operation, ends.isEmpty() ? "is not there" : "stands at " + ends));
      }
    }
    return found;
  }
}
