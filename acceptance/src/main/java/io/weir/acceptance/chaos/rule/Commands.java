package io.weir.acceptance.chaos.rule;

import io.weir.acceptance.chaos.history.ProvenLedger;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The commands of a ledger by the operation that each says it is of. */
record Commands(Map<String, Set<Long>> ends) {
  /** By the reason that is recorded with each event, the positions at which its commands end. */
  static Commands of(ProvenLedger ledger) {
    Map<String, Map<UUID, Long>> ends = new HashMap<>();
    for (Recorded event : ledger.events()) {
      Envelope envelope = event.envelope();
      ends.computeIfAbsent(reason(envelope), _ -> new HashMap<>())
          .put(envelope.commandId(), envelope.commitStart() + envelope.commitSize() - 1);
    }
    Map<String, Set<Long>> sets = new HashMap<>();
    ends.forEach((id, all) -> sets.put(id, new LinkedHashSet<>(all.values())));
    return new Commands(sets);
  }

  static String reason(Envelope envelope) {
    String reason = envelope.reason();
    return reason == null ? "" : reason;
  }

  /** Where the commands of an operation end; usually one. */
  Set<Long> of(String operation) {
    return ends.getOrDefault(operation, Set.of());
  }
}
