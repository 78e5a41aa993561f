package io.weir.acceptance.chaos.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that was asked and seen, in one JVM and so on one clock. Any thread. */
public final class Recording {
  private final Map<String, Operation> open = new LinkedHashMap<>();
  private final List<Operation> ended = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<Sighting> sightings = new ArrayList<>();
  private final Map<String, Sighting> last = new LinkedHashMap<>();
  private final List<String> odd = new ArrayList<>();

  /** An operation is about to be sent. */
  public synchronized void begin(Operation operation) {
    open.put(operation.id(), operation);
  }

  /** The operation has its answer, or nobody waits for it any more. */
  public synchronized void end(Operation operation) {
    open.remove(operation.id());
    ended.add(operation);
  }

  /** The operation was a read that nobody answered: nothing can be learned of it. */
  public synchronized void drop(Operation operation) {
    open.remove(operation.id());
  }

  /** A request through a gateway node is over. */
  public synchronized void add(Call call) {
    calls.add(call);
  }

  /** What a gateway node said; what it said before, too, is not kept again. */
  public synchronized void add(Sighting sighting) {
    Sighting before = last.put(sighting.gateway().name(), sighting);
    if (before == null || !before.saysTheSame(sighting)) {
      sightings.add(sighting);
    }
  }

  /** Something was answered that no page describes. */
  public synchronized void odd(String what) {
    odd.add(what);
  }

  /** All operations up to now, those under way as of unknown outcome. */
  public synchronized List<Operation> operations() {
    List<Operation> all = new ArrayList<>(ended);
    all.addAll(open.values());
    return all;
  }

  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  public synchronized List<Sighting> sightings() {
    return List.copyOf(sightings);
  }

  /** What was answered that no page describes. */
  public synchronized List<String> odd() {
    return List.copyOf(odd);
  }
}
