package io.weir.acceptance.chaos.rule;

import io.weir.acceptance.chaos.history.Evidence;
import io.weir.acceptance.chaos.history.Operation;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every event is of an operation that was sent, or Weir's own. */
final class NothingInvented implements Rule {
  @Override
  public String sentence() {
    return "nothing is in the ledger that nobody asked for";
  }

  @Override
  public List<String> contradictions(Evidence evidence) {
    Set<String> asked = new HashSet<>();
    for (Operation operation : evidence.operations()) {
      if (operation.kind().writes()) {
        asked.add(operation.id());
      }
    }
    List<String> found = new ArrayList<>();
    for (Recorded event : evidence.ledger().events()) {
      Envelope envelope = event.envelope();
      if (!Authentication.WEIR.equals(envelope.authentication())
          && !asked.contains(Commands.reason(envelope))) {
        found.add(
            "event %d, %s of %s, says \"%s\", which was never sent"
                .formatted(
                    envelope.position(),
                    envelope.type(),
                    envelope.stream(),
                    Commands.reason(envelope)));
      }
    }
    return found;
  }
}
