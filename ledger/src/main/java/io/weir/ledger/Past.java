package io.weir.ledger;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.log.Recorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What the configuration was: the nearest state before, of those that are kept or were asked for
 * lately, and the events from there on. One thread makes them, one after another, so that whoever
 * asks for many pasts keeps nobody else from the present.
 */
final class Past implements AutoCloseable {
  /** How many events are read at once. */
  private static final int PAGE = 1000;

  /** How many may wait for a past that is not known. */
  private static final int MOST_WAITING = 100;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("ledger-past").factory());
  private final LedgerStore store;
  private final NewestState newest;
  private final KeptImages images;
  private final RecentStates recent;
  private final Map<Long, CompletableFuture<LedgerState>> underWay = new HashMap<>();

  /**
   * A past.
   *
   * @param objects how many objects the states that are remembered have together at most, but that
   *     one is
   */
  Past(LedgerStore store, NewestState newest, KeptImages images, long objects) {
    this.store = store;
    this.newest = newest;
    this.images = images;
    this.recent = new RecentStates(objects);
  }

  /** The state at a moment. Every caller has a future of its own. */
  synchronized CompletableFuture<LedgerState> at(Moment moment) {
    long position = moment.position();
    LedgerState present = newest.get();
    if (present != null && present.position() == position) {
      return CompletableFuture.completedFuture(present);
    }
    LedgerState known = recent.get(position);
    if (known != null) {
      return CompletableFuture.completedFuture(known);
    }
    CompletableFuture<LedgerState> asked = underWay.get(position);
    if (asked == null) {
      if (underWay.size() >= MOST_WAITING) {
        return CompletableFuture.failedFuture(
            new LedgerBusyException(MOST_WAITING + " others wait for a past already"));
      }
      asked = CompletableFuture.supplyAsync(() -> make(position), thread);
      underWay.put(position, asked);
      asked.whenComplete((state, _) -> made(position, state));
    }
    return asked.copy();
  }

  /**
   * An event, with the states around it.
   *
   * @return fails with {@link NoSuchMomentException} if there is none
   */
  Uni<PastEvent> event(long position) {
    return store
        .reading(
            session ->
                session
                    .head()
                    .flatMap(head -> session.event(head.ledgerId(), position))
                    .map(found -> found.orElseThrow(() -> noEvent(position))))
        .flatMap(
            found -> {
              long start = found.envelope().commitStart();
              return Uni.createFrom()
                  .completionStage(() -> at(new Moment(start - 1, null)))
                  .flatMap(before -> events(before, (int) (position - start + 1)));
            });
  }

  private Uni<PastEvent> events(LedgerState before, int count) {
    return store
        .reading(session -> session.eventsAfter(before.chain(), count))
        .map(events -> PastEvent.last(before, events));
  }

  private static NoSuchMomentException noEvent(long position) {
    return new NoSuchMomentException("there is no event " + position);
  }

  private synchronized void made(long position, LedgerState state) {
    underWay.remove(position);
    if (state != null) {
      recent.put(state);
    }
  }

  private LedgerState make(long position) {
    LedgerState state = startingPoint(position);
    while (state.position() < position) {
      int next = (int) Math.min(PAGE, position - state.position());
      LedgerState from = state;
      List<Recorded> events =
          store.reading(session -> session.eventsAfter(from.chain(), next)).await().indefinitely();
      state = state.afterReading(events);
      if (state.position() == from.position()) {
        throw new IllegalStateException(
            "the ledger ends with event %d, not with %d".formatted(state.position(), position));
      }
    }
    return state;
  }

  /** The nearest of all that is known in memory; one that is kept, if that is nearer. */
  private LedgerState startingPoint(long position) {
    var head = store.reading(LedgerSession::head).await().indefinitely();
    List<LedgerState> known = new ArrayList<>(recent.all());
    LedgerState present = newest.get();
    if (present != null) {
      known.add(present);
    }
    LedgerState nearest = LedgerState.genesis(head.ledgerId());
    for (LedgerState state : known) {
      if (state.position() <= position && state.position() > nearest.position()) {
        nearest = state;
      }
    }
    long kept = store.reading(session -> session.imageBefore(position)).await().indefinitely();
    return kept <= nearest.position()
        ? nearest
        : later(nearest, images.nearest(head.ledgerId(), position));
  }

  private static LedgerState later(LedgerState one, LedgerState other) {
    return one.position() > other.position() ? one : other;
  }

  /** How many objects an image is made of, those in releases too. */
  static long objects(GatewayImage image) {
    long objects =
        image.vpcs().size()
            + image.networks().size()
            + image.links().size()
            + image.instances().size()
            + image.upstreams().size()
            + image.domains().size()
            + image.keys().size()
            + image.ledgerKeys().size();
    for (Service service : image.services().values()) {
      objects += 1 + service.apis().size();
      objects += service.releases().stream().mapToLong(release -> release.apis().size()).sum();
    }
    return objects;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
