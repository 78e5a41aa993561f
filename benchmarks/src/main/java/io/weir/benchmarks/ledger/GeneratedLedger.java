package io.weir.benchmarks.ledger;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.EventTypes;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;

/**
 * A ledger of many events about a configuration that soon has its full size: the first create it,
 * all others change it, as people and programs do for years. The chain is right, and the same
 * numbers give the same ledger, byte for byte. Made as it is asked for; not thread-safe.
 */
public final class GeneratedLedger implements Iterator<Recorded> {
  private static final List<String> ACTORS = List.of("ana", "bo", "chen", "deploy", "eve");

  private final long events;
  private final Duration pace;
  private final GeneratedCommands commands;
  private final Queue<Recorded> next = new ArrayDeque<>();
  private final Map<String, Long> versions = new HashMap<>();
  private Chain chain;
  private Instant now;

  /**
   * What follows in a ledger.
   *
   * @param head its end, which may be its beginning
   * @param events how many are in it then, or a few more: the last command is whole
   * @param apis how many drafts there are once it has its size, at least 1
   * @param since when the last command before was recorded
   * @param pace from one command to the next
   */
  public GeneratedLedger(Chain head, long events, int apis, Instant since, Duration pace) {
    this.events = events;
    this.pace = pace;
    this.commands = new GeneratedCommands(apis);
    this.chain = head;
    this.now = since;
  }

  /**
   * What follows until about now: in an empty ledger a command every ten seconds, else at even
   * distances from the last.
   */
  public static GeneratedLedger untilNow(Chain head, Instant last, long events, int apis) {
    Instant until = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Duration pace =
        head.position() == 0
            ? Duration.ofSeconds(10)
            : Duration.between(last, until).dividedBy(events).truncatedTo(ChronoUnit.MICROS);
    return new GeneratedLedger(
        head,
        events,
        apis,
        head.position() == 0 ? until.minus(pace.multipliedBy(events + 1)) : last,
        pace);
  }

  @Override
  public boolean hasNext() {
    return !next.isEmpty() || chain.position() < events;
  }

  @Override
  public Recorded next() {
    if (next.isEmpty()) {
      record(commands.next());
    }
    return next.remove();
  }

  /** The end of what was recorded so far, which {@link #next} may not have handed out yet. */
  public Chain chain() {
    return chain;
  }

  private void record(List<GatewayEvent> command) {
    now = now.plus(pace);
    long start = chain.position() + 1;
    for (GatewayEvent event : command) {
      Recorded recorded = recorded(event, start, command.size());
      chain = chain.after(recorded);
      next.add(recorded);
    }
  }

  private Recorded recorded(GatewayEvent event, long start, int size) {
    long position = chain.position() + 1;
    String actor = ACTORS.get((int) (start % ACTORS.size()));
    return Recorded.of(
        new Envelope(
            chain.ledgerId(),
            position,
            event.stream(),
            versions.merge(event.stream(), 1L, Long::sum),
            start,
            size,
            new UUID(chain.ledgerId().getMostSignificantBits(), position),
            EventTypes.nameOf(event),
            event.subjects(),
            actor,
            Authentication.NONE,
            start % 4 == 0 ? "as planned in change " + start : null,
            new UUID(chain.ledgerId().getLeastSignificantBits(), start),
            "generated-" + start,
            now,
            chain.hash()),
        EventCodec.CURRENT.encode(event));
  }
}
