package io.weir.control.traffic.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest requests that replicas have told of, of one hour at most. Bounded by number and size:
 * the oldest go first. Thread-safe; whoever reads holds up nobody.
 */
@ApplicationScoped
public class KeptRequests {
  private static final Duration KEPT = Duration.ofHours(1);

  /** How far a replica's clock may be ahead. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final int MOST = 20_000;
  private static final long MOST_BYTES = 32L << 20;

  private final int most;
  private final long mostBytes;
  private final ConcurrentSkipListMap<Place, KeptRequest> requests = new ConcurrentSkipListMap<>();

  /** The newest of each id: clients may give the same id to several. */
  private final Map<String, Place> places = new ConcurrentHashMap<>();

  private final Map<String, CompletableFuture<KeptRequest>> awaited = new HashMap<>();
  private int count;
  private long bytes;

  /** None so far. */
  public KeptRequests() {
    this(MOST, MOST_BYTES);
  }

  KeptRequests(int most, long mostBytes) {
    this.most = most;
    this.mostBytes = mostBytes;
  }

  /** Keeps one; if the very same is there already, it takes its place. */
  public void add(KeptRequest request, Instant now) {
    CompletableFuture<KeptRequest> waiting;
    synchronized (this) {
      Instant at = request.place().at();
      if (at.isBefore(now.minus(KEPT)) || at.isAfter(now.plus(AHEAD))) {
        return;
      }
      KeptRequest before = requests.put(request.place(), request);
      count += before == null ? 1 : 0;
      bytes += request.bytes() - (before == null ? 0 : before.bytes());
      places.merge(
          request.place().requestId(),
          request.place(),
          (one, other) -> one.compareTo(other) < 0 ? one : other);
      forget(now);
      waiting = awaited.remove(request.place().requestId());
    }
    if (waiting != null) {
      waiting.complete(request);
    }
  }

  private void forget(Instant now) {
    Instant oldest = now.minus(KEPT);
    while (count > most
        || bytes > mostBytes
        || count > 0 && requests.lastKey().at().isBefore(oldest)) {
      var last = requests.pollLastEntry();
      count--;
      bytes -= last.getValue().bytes();
      places.remove(last.getKey().requestId(), last.getKey());
    }
  }

  /** The newest with an id, if there is one that is not too old. */
  Optional<KeptRequest> find(String requestId, Instant now) {
    Place place = places.get(requestId);
    return Optional.ofNullable(place == null ? null : requests.get(place))
        .filter(request -> !request.place().at().isBefore(now.minus(KEPT)));
  }

  /** All that are not too old, the newest first, from the one after a place on. */
  ConcurrentNavigableMap<Place, KeptRequest> after(@Nullable Place place, Instant now) {
    // no id sorts after this one among those of the same moment
    Place end = new Place(now.minus(KEPT), "\uffff", "\uffff");
    var all = requests.headMap(end, true);
    return place == null
        ? all
        : place.compareTo(end) >= 0 ? all.tailMap(end, false) : all.tailMap(place, false);
  }

  /**
   * Tells of the request with an id once it comes, or of nothing after a time. It is listened for
   * from now on, and not only from the subscription on.
   */
  public Awaited await(String requestId) {
    CompletableFuture<KeptRequest> coming = new CompletableFuture<>();
    synchronized (this) {
      awaited.put(requestId, coming);
    }
    return new Awaited(requestId, coming);
  }

  /** A request that is waited for, until it is closed. */
  public final class Awaited implements AutoCloseable {
    private final String requestId;
    private final CompletableFuture<KeptRequest> coming;

    private Awaited(String requestId, CompletableFuture<KeptRequest> coming) {
      this.requestId = requestId;
      this.coming = coming;
    }

    /** The request, or nothing if it does not come in time. */
    public Uni<Optional<KeptRequest>> within(Duration time) {
      return Uni.createFrom()
          .completionStage(coming)
          .map(Optional::of)
          .ifNoItem()
          .after(time)
          .recoverWithItem(Optional.empty());
    }

    @Override
    public void close() {
      synchronized (KeptRequests.this) {
        awaited.remove(requestId, coming);
      }
    }
  }
}
