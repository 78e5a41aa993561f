package io.weir.ledger;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One transaction for several commands, from the lock to the commit. Whoever comes until it holds
 * the lock is in it.
 */
final class Attempt {
  private final List<Submission> submissions;
  private final Consumer<List<Submission>> latecomers;
  private final LedgerStore store;
  private final KnownEnd known;
  private final Executor deciding;
  private final Duration lockTimeout;

  /** Set once everything is written and only the commit is left. */
  private volatile @Nullable Batch written;

  private volatile boolean abandoned;

  /**
   * An attempt.
   *
   * @param submissions what is to be recorded; those who come meanwhile are added to it
   * @param latecomers adds them, on {@code deciding}
   * @param deciding one thread
   */
  Attempt(
      List<Submission> submissions,
      Consumer<List<Submission>> latecomers,
      LedgerStore store,
      KnownEnd known,
      Executor deciding,
      Duration lockTimeout) {
    this.submissions = submissions;
    this.latecomers = latecomers;
    this.store = store;
    this.known = known;
    this.deciding = deciding;
    this.lockTimeout = lockTimeout;
  }

  /** Decides and records the commands, continuing from a state that may be behind. */
  Uni<Batch> run(LedgerState from) {
    KnownEnd.Needed needed = known.needed();
    return store.transaction(
        (session, thread) -> write(session, thread, needed, from).invoke(batch -> written = batch));
  }

  /** Does all that {@link #run} does, and takes it back in the place of the commit. */
  Uni<Void> rehearse(LedgerState from) {
    KnownEnd.Needed needed = known.needed();
    return store
        .<Void>transaction(
            (session, thread) ->
                write(session, thread, needed, from)
                    .chain(_ -> Uni.createFrom().failure(new TakenBackException())))
        .onFailure(TakenBackException.class)
        .recoverWithNull();
  }

  /** Ends a transaction that must not be committed. */
  private static final class TakenBackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TakenBackException() {
      super("a rehearsal", null, false, false);
    }
  }

  private Uni<Batch> write(
      LedgerSession session, Executor thread, KnownEnd.Needed needed, LedgerState from) {
    return session
        .lockHead(lockTimeout)
        .invoke(head -> needed.require(head.chain()))
        .flatMap(head -> decide(session, thread, head, from))
        .call(session::write);
  }

  private Uni<Batch> decide(LedgerSession session, Executor thread, Head head, LedgerState known) {
    return catchUp(session, thread, head, known)
        .emitOn(deciding)
        .invoke(this::join)
        .flatMap(
            state ->
                answers(session, thread)
                    .map(answers -> decide(new Batch(state, head.now(), answers))))
        .emitOn(thread);
  }

  private void join() {
    requireWanted();
    latecomers.accept(submissions);
  }

  private Batch decide(Batch batch) {
    requireWanted();
    submissions.forEach(batch::decide);
    return batch;
  }

  private void requireWanted() {
    if (abandoned) {
      throw new CancellationException("abandoned");
    }
  }

  /** Reads what other processes committed since; usually nothing, and then nothing is asked. */
  private Uni<LedgerState> catchUp(
      LedgerSession session, Executor thread, Head head, LedgerState state) {
    if (state.chain().equals(head.chain())) {
      return Uni.createFrom().item(state);
    }
    state.requireBefore(head.chain());
    // each step follows the one before, whatever thread it is on
    LedgerState[] at = {state};
    return Uni.createFrom()
        .deferred(() -> session.eventsAfter(at[0].chain(), LedgerReader.PAGE))
        .emitOn(deciding)
        .map(events -> at[0].afterReading(events, head.chain()))
        .emitOn(thread)
        .map(
            after -> {
              if (after.position() == at[0].position()) {
                throw new IllegalStateException(
                    "the ledger's head is at %d, but its last event at %d"
                        .formatted(head.chain().position(), after.position()));
              }
              at[0] = after;
              return after;
            })
        .repeat()
        .until(after -> after.chain().equals(head.chain()))
        .onItem()
        .ignoreAsUni()
        .map(_ -> at[0]);
  }

  private Uni<Map<StoredAnswer.Key, StoredAnswer>> answers(LedgerSession session, Executor thread) {
    Set<StoredAnswer.Key> keys = new LinkedHashSet<>();
    for (Submission submission : submissions) {
      Idempotency idempotency = submission.context().idempotency();
      if (idempotency != null) {
        keys.add(StoredAnswer.Key.of(idempotency));
      }
    }
    return keys.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : Uni.createFrom()
            .voidItem()
            .emitOn(thread)
            .chain(() -> session.answers(keys))
            .emitOn(deciding);
  }

  /**
   * Gives up on an attempt that does not answer: from now on it does not write, unless it holds the
   * lock already, which {@link #committed} waits for.
   */
  void abandon() {
    abandoned = true;
  }

  /** What was about to be committed when the attempt failed, or null if it did not come to that. */
  @Nullable Batch written() {
    return written;
  }

  /**
   * Whether the transaction was committed. Takes the lock first: as long as PostgreSQL has not
   * ended the broken transaction, it could still be committed after we looked.
   */
  Uni<Boolean> committed() {
    List<UUID> ids = submissions.stream().map(Submission::id).toList();
    return store.transaction(
        (session, _) ->
            session
                .lockHead(lockTimeout)
                .flatMap(_ -> session.countCommands(ids))
                .map(count -> count > 0));
  }
}
