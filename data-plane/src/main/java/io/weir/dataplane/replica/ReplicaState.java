package io.weir.dataplane.replica;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a replica stands. Each state offers only the transitions it allows.
 *
 * <pre>
 *   Cold ──restored──▶ Restored
 *    │                    │
 *    └───────found────────┴──▶ CatchingUp ──caughtUp──▶ Live ──lost──▶ Detached
 *                               │      ▲                │  ▲               │
 *                             stuck  again            stuck └────found─────┘
 *                               ▼      │                │
 *                              Stuck ──┘ ◀──────────────┘
 * </pre>
 *
 * <p>Losing Kafka does not change a state that never was live: what it had is what it serves. A
 * replica that runs from a file is {@link FromFile} all its life.
 */
public sealed interface ReplicaState {
  /** The position of the last event in the image served, 0 if there is none. */
  long position();

  /** The name in reports, such as {@code CATCHING_UP}. */
  String name();

  /**
   * The file that the replica was given is served, and nothing is read from Kafka.
   *
   * @param problem why the file as it is now is not what is served, or null if it is
   */
  record FromFile(long position, @Nullable String problem) implements ReplicaState {
    @Override
    public String name() {
      return "SNAPSHOT";
    }
  }

  /** A state of a replica that follows the ledger. */
  sealed interface OfLedger extends ReplicaState {}

  /** Nothing is known yet. */
  record Cold() implements OfLedger {
    @Override
    public long position() {
      return 0;
    }

    @Override
    public String name() {
      return "COLD";
    }

    /** A snapshot was found. */
    Restored restored(long position) {
      return new Restored(position);
    }

    /** The log was found. */
    CatchingUp found(long target) {
      return new CatchingUp(0, target);
    }
  }

  /** A snapshot is served; the log was not seen yet. */
  record Restored(long position) implements OfLedger {
    @Override
    public String name() {
      return "RESTORED";
    }

    /** The log was found. */
    CatchingUp found(long target) {
      return new CatchingUp(position, target);
    }
  }

  /**
   * The log is read up to where it ended when it was found.
   *
   * @param target the end offset seen then
   */
  record CatchingUp(long position, long target) implements OfLedger {
    @Override
    public String name() {
      return "CATCHING_UP";
    }

    CatchingUp advanced(long newPosition) {
      return new CatchingUp(newPosition, target);
    }

    /** The log was found again, after it was lost. */
    CatchingUp found(long newTarget) {
      return new CatchingUp(position, newTarget);
    }

    /** Everything that was there has been applied. */
    Live caughtUp() {
      return new Live(position);
    }

    /** An event cannot be applied. */
    Stuck stuck(String reason) {
      return new Stuck(position, reason);
    }
  }

  /** Every event is applied as it comes. */
  record Live(long position) implements OfLedger {
    @Override
    public String name() {
      return "LIVE";
    }

    Live advanced(long newPosition) {
      return new Live(newPosition);
    }

    /** Kafka does not answer any more. */
    Detached lost(Instant since) {
      return new Detached(position, since);
    }

    /** An event cannot be applied. */
    Stuck stuck(String reason) {
      return new Stuck(position, reason);
    }
  }

  /** Kafka is away; the last image is served. */
  record Detached(long position, Instant since) implements OfLedger {
    @Override
    public String name() {
      return "DETACHED";
    }

    /** Kafka answers again. */
    Live found() {
      return new Live(position);
    }
  }

  /**
   * The next event cannot be applied: events are missing, of another history or unknown to this
   * version. The last image is served.
   */
  record Stuck(long position, String reason) implements OfLedger {
    @Override
    public String name() {
      return "STUCK";
    }

    /** The log was read on without that fault. */
    CatchingUp again(long target) {
      return new CatchingUp(position, target);
    }
  }
}
