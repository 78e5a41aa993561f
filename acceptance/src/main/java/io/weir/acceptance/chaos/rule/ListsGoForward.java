package io.weir.acceptance.chaos.rule;

import io.weir.acceptance.chaos.history.Evidence;
import io.weir.acceptance.chaos.history.Kind;
import io.weir.acceptance.chaos.history.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists are behind the ledger, but not behind what they were asked to know ({@code min_position}),
 * and not behind a list that was answered before.
 */
final class ListsGoForward implements Rule {
  @Override
  public String sentence() {
    return "lists know what they are asked to know, and never less than a list before";
  }

  @Override
  public List<String> contradictions(Evidence evidence) {
    List<Operation> lists =
        evidence.operations().stream()
            .filter(operation -> operation.kind() == Kind.LIST && operation.done())
            .sorted(Comparator.comparingLong(Operation::invoked))
            .toList();
    List<Operation> completed =
        lists.stream().sorted(Comparator.comparingLong(Operation::completed)).toList();
    List<String> found = new ArrayList<>();
    int next = 0;
    @Nullable Operation newest = null;
    for (Operation list : lists) {
      while (next < completed.size() && completed.get(next).completed() < list.invoked()) {
        Operation one = completed.get(next++);
        if (newest == null || one.position() > newest.position()) {
          newest = one;
        }
      }
      String asked = list.argument();
      if (asked != null && list.position() < Long.parseLong(asked)) {
        found.add("%s knows less than position %s".formatted(list, asked));
      }
      if (newest != null && list.position() < newest.position()) {
        found.add("%s was asked after %s had been answered".formatted(list, newest));
      }
    }
    return found;
  }
}
