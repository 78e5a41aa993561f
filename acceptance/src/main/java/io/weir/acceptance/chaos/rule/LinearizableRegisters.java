package io.weir.acceptance.chaos.rule;

import io.weir.acceptance.chaos.history.Evidence;
import io.weir.acceptance.chaos.history.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads, writes and conditional writes of one object, by whoever asked whichever process, are as if
 * they had happened one after another, each between its request and its answer. An object's
 * operations are looked at by themselves: linearizability of each is that of all together.
 */
final class LinearizableRegisters implements Rule {
  @Override
  public String sentence() {
    return "reads and writes of an object are linearizable";
  }

  @Override
  public List<String> contradictions(Evidence evidence) {
    Map<String, List<Operation>> byRegister = new TreeMap<>();
    for (Operation operation : evidence.operations()) {
      if (evidence.registers().containsKey(operation.subject())) {
        byRegister.computeIfAbsent(operation.subject(), _ -> new ArrayList<>()).add(operation);
      }
    }
    List<String> found = new ArrayList<>();
    byRegister.forEach(
        (register, operations) -> {
          String initial = evidence.registers().getOrDefault(register, "");
          String contradiction = Linearizability.of(initial, operations).contradiction();
          if (contradiction != null) {
            found.add(register + ": " + contradiction);
          }
        });
    return found;
  }
}
