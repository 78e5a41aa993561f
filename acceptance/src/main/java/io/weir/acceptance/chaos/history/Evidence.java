package io.weir.acceptance.chaos.history;

import java.util.List;
import java.util.Map;

/**
 * All that rules judge.
 *
 * @param operations all that were begun before the ledger was exported, and more
 * @param registers by subject, what each held before the first operation on it
 * @param ledger exported after {@code cutoff}
 * @param sightings all from before the ledger was exported: none may know more than it
 * @param odd what was answered that no page describes
 * @param cutoff {@link System#nanoTime}: what was acknowledged before has to be in the ledger
 */
public record Evidence(
    List<Operation> operations,
    Map<String, String> registers,
    ProvenLedger ledger,
    List<Sighting> sightings,
    List<Call> calls,
    Outages outages,
    List<String> odd,
    long cutoff) {
  public Evidence {
    operations = List.copyOf(operations);
    registers = Map.copyOf(registers);
    sightings = List.copyOf(sightings);
    calls = List.copyOf(calls);
    odd = List.copyOf(odd);
  }
}
