package io.weir.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The states that were asked for last, as many as there is room for, and one in any case.
 * Thread-safe.
 */
final class RecentStates {
  private record Sized(LedgerState state, long objects) {}

  private final long room;
  private final Map<Long, Sized> states = new LinkedHashMap<>(16, 0.75f, true);
  private long taken;

  /**
   * Of none yet.
   *
   * @param room how many objects they have together
   */
  RecentStates(long room) {
    this.room = room;
  }

  /** The state at a position, or null. */
  synchronized @Nullable LedgerState get(long position) {
    Sized known = states.get(position);
    return known == null ? null : known.state;
  }

  /** All of them. */
  synchronized List<LedgerState> all() {
    return states.values().stream().map(Sized::state).toList();
  }

  /** Remembers a state, and forgets what was not asked for the longest. */
  synchronized void put(LedgerState state) {
    long objects = Past.objects(state.image());
    Sized before = states.put(state.position(), new Sized(state, objects));
    taken += objects - (before == null ? 0 : before.objects);
    var oldest = states.values().iterator();
    while (taken > room && states.size() > 1) {
      taken -= oldest.next().objects;
      oldest.remove();
    }
  }
}
