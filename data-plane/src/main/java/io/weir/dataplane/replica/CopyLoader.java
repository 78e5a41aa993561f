package io.weir.dataplane.replica;

import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Provenance;
import io.weir.contracts.topic.Commit;
import io.weir.contracts.topic.CommitReader;
import io.weir.contracts.topic.TopicFault;
import io.weir.contracts.topic.TopicFaultException;
import io.weir.contracts.topic.TopicRecord;
import io.weir.dataplane.replica.ReplicaState.CatchingUp;
import io.weir.dataplane.replica.ReplicaState.Cold;
import io.weir.dataplane.replica.ReplicaState.Detached;
import io.weir.dataplane.replica.ReplicaState.Live;
import io.weir.dataplane.replica.ReplicaState.Restored;
import io.weir.dataplane.replica.ReplicaState.Stuck;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns records of the ledger into published images. One call of {@link #load} makes at most one
 * image, and only where a command is whole. What cannot be applied stops it before that command:
 * the replica is stuck, and serves what it has. All methods but the readers are called by one
 * thread.
 */
final class CopyLoader {
  private static final System.Logger LOG = System.getLogger(CopyLoader.class.getName());

  private final ImagePublisher publisher;
  private final Runnable whenChanged;
  private final Clock clock;
  private final Duration grace;
  private CommitReader reader = new CommitReader(null);
  private @Nullable GatewayImage loaded;
  private boolean rereadMayHelp;
  private long foundEnd;
  private volatile @Nullable GatewayImage image;
  private volatile ReplicaState.OfLedger state = new Cold();
  private volatile boolean ready;
  private volatile boolean restored;
  private volatile long unreachableSince;

  /**
   * A loader that knows nothing.
   *
   * @param whenChanged called after each change of the state
   * @param grace how long Kafka must be away before a restored snapshot is good enough to be ready
   */
  CopyLoader(ImagePublisher publisher, Runnable whenChanged, Clock clock, Duration grace) {
    this.publisher = publisher;
    this.whenChanged = whenChanged;
    this.clock = clock;
    this.grace = grace;
  }

  /** Serves a snapshot until the log is found; only before anything else. */
  void restore(GatewayImage snapshot) {
    if (!(state instanceof Cold cold)) {
      throw new IllegalStateException("a snapshot comes first, not in " + state);
    }
    loaded = snapshot;
    image = snapshot;
    reader = new CommitReader(snapshot.provenance().chain());
    publisher.publish(snapshot);
    restored = true;
    become(cold.restored(snapshot.position()));
  }

  /**
   * The log answers; it ends at {@code endOffset} now. What is stuck stays so until it was read on.
   */
  void found(long endOffset) {
    unreachableSince = 0;
    foundEnd = endOffset;
    switch (state) {
      case Cold cold -> become(cold.found(endOffset));
      case Restored snapshot -> become(snapshot.found(endOffset));
      case CatchingUp catching -> become(catching.found(endOffset));
      case Detached detached -> become(detached.found());
      case Live _, Stuck _ -> {}
    }
  }

  /** The log does not answer. */
  void lost(String why) {
    if (unreachableSince == 0) {
      unreachableSince = clock.millis();
      LOG.log(
          System.Logger.Level.WARNING,
          "Kafka cannot be reached, position " + position() + " is served: " + why);
    }
    if (state instanceof Live live) {
      become(live.lost(clock.instant()));
    }
  }

  /** The log still answers. */
  void answered() {
    unreachableSince = 0;
    if (state instanceof Detached detached) {
      LOG.log(System.Logger.Level.INFO, "Kafka is back");
      become(detached.found());
    }
  }

  /** Everything up to the offset that {@link #found} was told has been loaded. */
  void caughtUp() {
    if (state instanceof Stuck stuck) {
      become(stuck.again(foundEnd));
    }
    if (state instanceof CatchingUp catching && publishWhatWasHeldBack()) {
      if (!ready) {
        LOG.log(System.Logger.Level.INFO, "ready at position " + position());
      }
      ready = true;
      become(catching.advanced(position()).caughtUp());
    }
  }

  private boolean publishWhatWasHeldBack() {
    GatewayImage whole = loaded;
    if (whole == null || whole == image) {
      return true;
    }
    try {
      publisher.publish(whole);
    } catch (RuntimeException e) {
      return stuckOnImage(e);
    }
    image = whole;
    return true;
  }

  /** Applies records in their order; says whether reading may go on. */
  boolean load(List<TopicRecord> records) {
    CommitReader.Read read = reader.read(records);
    TopicFault fault = read.fault();
    GatewayDelta delta;
    try {
      delta = replay(read.commits());
    } catch (TopicFaultException e) {
      fault = e.fault();
      delta = replay(before(e.fault(), read.commits()));
    }
    return publish(delta) && (fault == null || stuck(fault));
  }

  private @Nullable GatewayDelta replay(List<Commit> commits) {
    if (commits.isEmpty()) {
      return null;
    }
    GatewayImage base = loaded;
    var delta =
        new GatewayDelta(base == null ? GatewayImage.genesis(commits.getFirst().ledgerId()) : base);
    commits.forEach(commit -> commit.replayOn(delta));
    return delta;
  }

  /** The commands that are whole without the one that cannot be applied. */
  private static List<Commit> before(TopicFault fault, List<Commit> commits) {
    return commits.stream().filter(commit -> commit.position() < fault.position()).toList();
  }

  /** A replica that has never served waits for the end of the log instead of serving its past. */
  private boolean holdsBack() {
    return !ready && !restored;
  }

  /** Makes an image of what was replayed and publishes it; says whether that worked. */
  private boolean publish(@Nullable GatewayDelta next) {
    if (next == null) {
      return true;
    }
    GatewayImage made = next.apply();
    if (!holdsBack()) {
      try {
        publisher.publish(made, next);
      } catch (RuntimeException e) {
        return stuckOnImage(e);
      }
      image = made;
    }
    loaded = made;
    advanceTo(position());
    return true;
  }

  private void advanceTo(long position) {
    switch (state) {
      case CatchingUp catching -> become(catching.advanced(position));
      case Live live -> become(live.advanced(position));
      case Detached detached -> become(detached.found().advanced(position));
      case Stuck stuck -> become(stuck.again(foundEnd).advanced(position));
      case Cold _, Restored _ -> {}
    }
  }

  private boolean stuckOnImage(RuntimeException cause) {
    loaded = image;
    return stop("the image cannot be published: " + cause.getMessage(), cause, false);
  }

  /** Stops before the command that cannot be applied; whole ones before it are served. */
  private boolean stuck(TopicFault fault) {
    return publishWhatWasHeldBack() && stop(fault.sentence(), null, fault.kind().rereadMayHelp());
  }

  /** Always says false: reading may not go on. */
  private boolean stop(String reason, @Nullable Throwable cause, boolean reread) {
    GatewayImage served = image;
    reader = new CommitReader(served == null ? null : served.provenance().chain());
    rereadMayHelp = reread;
    // once for each reason, not once for each attempt
    if (!(state instanceof Stuck was && was.reason().equals(reason))) {
      LOG.log(
          System.Logger.Level.ERROR,
          "stuck, position " + position() + " is served until this is resolved: " + reason,
          cause);
    }
    if (restored) {
      ready = true;
    }
    switch (state) {
      case CatchingUp catching -> become(catching.advanced(position()).stuck(reason));
      case Live live -> become(live.stuck(reason));
      case Cold _, Restored _, Detached _, Stuck _ -> become(new Stuck(position(), reason));
    }
    return false;
  }

  /** A defect, not the log, keeps this replica from reading on. */
  void failed(Throwable defect) {
    stop(String.valueOf(defect.getMessage()), defect, false);
  }

  /** Whether it helps to read the log again from its beginning, rather than from where it stuck. */
  boolean rereadMayHelp() {
    return rereadMayHelp;
  }

  /** The last position that was verified, published or not: where reading goes on. */
  long verifiedPosition() {
    return reader.position();
  }

  private void become(ReplicaState.OfLedger next) {
    if (!next.name().equals(state.name())) {
      LOG.log(System.Logger.Level.INFO, "replica: " + state + " -> " + next);
    }
    state = next;
    whenChanged.run();
  }

  /** Where the replica stands. Any thread. */
  ReplicaState state() {
    return state;
  }

  /** The image that is served, or null. Any thread. */
  @Nullable GatewayImage image() {
    return image;
  }

  /** Which history is served, or null. Any thread. */
  @Nullable Provenance provenance() {
    GatewayImage served = image;
    return served == null ? null : served.provenance();
  }

  /** Whether traffic may come: once true, always true, whatever happens to Kafka. Any thread. */
  boolean ready() {
    long since = unreachableSince;
    if (!ready && restored && since != 0 && clock.millis() - since >= grace.toMillis()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "ready with a snapshot, position " + position() + ": Kafka is away");
      ready = true;
    }
    return ready;
  }

  private long position() {
    GatewayImage served = image;
    return served == null ? 0 : served.position();
  }
}
