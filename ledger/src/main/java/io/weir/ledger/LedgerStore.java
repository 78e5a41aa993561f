package io.weir.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Opens database sessions for the ledger. Each has a Vert.x context of its own: Hibernate Reactive
 * ties a session to the thread that opened it, and Vert.x lets whoever shares a context share what
 * is kept there.
 *
 * <p>A session that turns out to be read-only is ended and not given back to the pool: after a
 * failover it leads to the server that was the primary before, and would for ever.
 */
final class LedgerStore {
  private final Mutiny.SessionFactory sessions;
  private final ContextInternal root;
  private final Duration timeout;

  /**
   * A store.
   *
   * @param timeout after which work that does not answer has failed
   */
  LedgerStore(Mutiny.SessionFactory sessions, Vertx vertx, Duration timeout) {
    this.sessions = sessions;
    this.timeout = timeout;
    this.root = ((VertxInternal) vertx).createEventLoopContext();
  }

  /** Work of one session, and the thread to come back to after having left it. */
  interface Work<T> {
    Uni<T> on(LedgerSession session, Executor thread);
  }

  /** Reads without a transaction: each statement sees what is committed when it starts. */
  <T> Uni<T> reading(Function<LedgerSession, Uni<T>> work) {
    return session((session, _) -> work.apply(new LedgerSession(session)));
  }

  /** One transaction, committed when the work succeeds and rolled back when it fails. */
  <T> Uni<T> transaction(Work<T> work) {
    return session(
        (session, thread) ->
            session.withTransaction(_ -> work.on(new LedgerSession(session), thread)));
  }

  private <T> Uni<T> session(BiFunction<Mutiny.StatelessSession, Executor, Uni<T>> work) {
    return bounded(
        Uni.createFrom()
            .deferred(
                () -> {
                  ContextInternal context = root.duplicate();
                  Executor thread = task -> context.runOnContext(_ -> task.run());
                  return sessions
                      .openStatelessSession()
                      .flatMap(
                          session ->
                              work.apply(session, thread)
                                  .onFailure(Trouble::isReadOnly)
                                  .call(_ -> new LedgerSession(session).end())
                                  .eventually(session::close))
                      .runSubscriptionOn(thread);
                }));
  }

  /** Bounds the wait for work without cancelling it: a session that is cut off would leak. */
  private <T> Uni<T> bounded(Uni<T> work) {
    return Uni.createFrom()
        .completionStage(
            () ->
                work.subscribeAsCompletionStage()
                    .copy()
                    .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS));
  }
}
