package io.weir.acceptance.chaos.rule;

import io.weir.acceptance.chaos.fault.Target;
import io.weir.acceptance.chaos.history.Call;
import io.weir.acceptance.chaos.history.Evidence;
import io.weir.acceptance.chaos.history.Kind;
import io.weir.acceptance.chaos.history.Operation;
import io.weir.acceptance.chaos.history.Outages;
import io.weir.acceptance.chaos.history.Outcome;
import io.weir.acceptance.chaos.history.ProvenLedger;
import io.weir.acceptance.chaos.history.Sighting;
import io.weir.contracts.image.ImageHash;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A recording that is right, to which a test adds what is wrong. */
final class Sample {
  final FakeLedger ledger = new FakeLedger();
  final List<Operation> operations = new ArrayList<>();
  final List<Sighting> sightings = new ArrayList<>();
  final List<Call> calls = new ArrayList<>();
  final List<String> odd = new ArrayList<>();
  final Outages outages = new Outages();
  long cutoff = 1_000_000;
  private long now;

  /** Three writes, one after the other, that are recorded and acknowledged. */
  static Sample right() {
    Sample sample = new Sample();
    for (int i = 1; i <= 3; i++) {
      sample.recorded("op-" + i);
      sample.operations.add(sample.acknowledged("op-" + i, i));
    }
    return sample;
  }

  /** An event of an operation. */
  Sample recorded(String operation) {
    ledger.append(operation, List.of(EventMother.vpc("v" + ledger.history().size())));
    return this;
  }

  /** A write that begins and ends now. */
  Operation acknowledged(String id, long position) {
    return operation(id, Kind.CREATE, Outcome.DONE, position, null);
  }

  Operation operation(String id, Kind kind, Outcome outcome, long position, String argument) {
    now += 10;
    return Operation.begun(id, "c", kind, "/v1/vpcs", argument, null, now)
        .ended(outcome, now + 5, position, null, outcome == Outcome.REFUSED ? 409 : 201);
  }

  /** What a gateway node that is right says at a position. */
  Sighting sighting(int start, long position, boolean ready, ImageHash... hashes) {
    return new Sighting(
        Target.GATEWAY_0,
        start,
        ++now,
        "LIVE",
        ready,
        position,
        ledger.id().toString(),
        ledger.history().get((int) position - 1).hash().hex(),
        List.of(hashes));
  }

  Evidence evidence() {
    return new Evidence(
        operations,
        Map.of(),
        new ProvenLedger(ledger.history()),
        sightings,
        calls,
        outages,
        odd,
        cutoff);
  }

  List<String> contradictions(Rule rule) {
    return rule.contradictions(evidence());
  }
}
