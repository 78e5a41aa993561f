package io.weir.acceptance.chaos.history;

import io.weir.acceptance.chaos.fault.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When a gateway node could not be expected to answer: from just before it was killed, frozen or
 * asked to end until it said that it is ready again. Any thread.
 */
public final class Outages {
  private record Outage(Target gateway, long from, long to) {}

  private final List<Outage> over = new ArrayList<>();
  private final Map<Target, Long> open = new EnumMap<>(Target.class);

  /** An outage begins, if none is under way. */
  public synchronized void begin(Target gateway, long now) {
    open.putIfAbsent(gateway, now);
  }

  /** The outage of a gateway node is over, if one is under way. */
  public synchronized void end(Target gateway, long now) {
    Long from = open.remove(gateway);
    if (from != null) {
      over.add(new Outage(gateway, from, now));
    }
  }

  /** Whether one is under way. */
  public synchronized boolean isOpen(Target gateway) {
    return open.containsKey(gateway);
  }

  /** Whether an outage of the gateway node was under way at any time of a call. */
  public synchronized boolean excuses(Call call) {
    Long from = open.get(call.gateway());
    return (from != null && from <= call.ended())
        || over.stream()
            .anyMatch(
                outage ->
                    outage.gateway() == call.gateway()
                        && outage.from() <= call.ended()
                        && outage.to() >= call.begun());
  }
}
