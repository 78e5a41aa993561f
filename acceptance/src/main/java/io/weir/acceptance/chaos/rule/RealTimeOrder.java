package io.weir.acceptance.chaos.rule;

import io.weir.acceptance.chaos.history.Evidence;
import io.weir.acceptance.chaos.history.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order of the ledger is an order that the clients could have seen: whoever asks after an
 * answer has come, whichever process is asked, gets a position that is no older, and a write a
 * later one. Over all objects: that a single register is in order does not say that two are.
 */
final class RealTimeOrder implements Rule {
  @Override
  public String sentence() {
    return "who asks after an answer came is answered from no earlier position, by any process";
  }

  @Override
  public List<String> contradictions(Evidence evidence) {
    List<Operation> answered =
        evidence.operations().stream()
            .filter(operation -> operation.done() && operation.position() >= 0)
            .toList();
    List<Operation> invoked =
        answered.stream().sorted(Comparator.comparingLong(Operation::invoked)).toList();
    List<Operation> completed =
        answered.stream().sorted(Comparator.comparingLong(Operation::completed)).toList();
    List<String> found = new ArrayList<>();
    int next = 0;
    @Nullable Operation newest = null;
    for (Operation operation : invoked) {
      while (next < completed.size() && completed.get(next).completed() < operation.invoked()) {
        Operation one = completed.get(next++);
        if (newest == null || one.position() > newest.position()) {
          newest = one;
        }
      }
      if (newest != null && isOlder(operation, newest.position())) {
        found.add("%s was asked after %s had been answered".formatted(operation, newest));
      }
    }
    return found;
  }

  private static boolean isOlder(Operation operation, long known) {
    return switch (operation.kind()) {
      case READ -> operation.position() < known;
      case WRITE, SWAP, CREATE, CHANGE, DELETE, REFUSABLE -> operation.position() <= known;
      // from the read model, or from what was answered before
      case LIST, REPEAT -> false;
    };
  }
}
