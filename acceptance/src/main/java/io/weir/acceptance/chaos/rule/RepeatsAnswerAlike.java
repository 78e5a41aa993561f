package io.weir.acceptance.chaos.rule;

import io.weir.acceptance.chaos.history.Evidence;
import io.weir.acceptance.chaos.history.Kind;
import io.weir.acceptance.chaos.history.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A write that is sent again with its Idempotency-Key is answered as it was. */
final class RepeatsAnswerAlike implements Rule {
  @Override
  public String sentence() {
    return "a write that is repeated with its Idempotency-Key is answered as before";
  }

  @Override
  public List<String> contradictions(Evidence evidence) {
    Map<String, Operation> first = new HashMap<>();
    for (Operation operation : evidence.operations()) {
      if (operation.kind().writes() && operation.done()) {
        first.put(operation.id(), operation);
      }
    }
    List<String> found = new ArrayList<>();
    for (Operation repeat : evidence.operations()) {
      Operation original = first.get(repeat.subject());
      if (repeat.kind() == Kind.REPEAT
          && original != null
          && repeat.status() != 0
          && (repeat.status() != original.status() || repeat.position() != original.position())) {
        found.add(
            "%s was answered %d at %d, and %d at %d when it was repeated"
                .formatted(
                    original,
                    original.status(),
                    original.position(),
                    repeat.status(),
                    repeat.position()));
      }
    }
    return found;
  }
}
