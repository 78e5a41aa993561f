package io.weir.ledger;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.weir.contracts.image.GatewayImage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The store of everything that ever happened to the configuration: commands go in, one after
 * another over all processes, and the image they lead to comes out. One per process; may be called
 * from any thread, and answers on the Vert.x context of the caller if there is one.
 */
public final class Ledger implements AutoCloseable {
  private static final int CLOSE_SECONDS = 20;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("ledger").factory());
  private final LedgerReader reader;
  private final Appender appender;

  /** A ledger in a database that {@link LedgerSchema} has prepared; connects when it is used. */
  public Ledger(Mutiny.SessionFactory sessions, Vertx vertx, LedgerOptions options) {
    var store = new LedgerStore(sessions, vertx, options.commitTimeout());
    var newest = new NewestState();
    reader = new LedgerReader(store, newest, thread);
    appender = new Appender(store, reader, newest, thread, options);
  }

  /**
   * Decides a command against the configuration as it is and records what it leads to, together
   * with the attempt itself. The command is given when the result is first subscribed to, once, and
   * is not taken back if the subscription is cancelled.
   *
   * @param render makes the answer from the image after the command, still before the commit; pure
   * @return the outcome; or fails with {@link LedgerBusyException}, {@link
   *     LedgerUnavailableException}, {@link UnsoundDecisionException} or whatever the command or
   *     {@code render} threw
   */
  public Uni<Outcome> append(
      Command command, CommandContext context, Function<GatewayImage, Answer> render) {
    return comingBack(
        Uni.createFrom()
            .completionStage(() -> appender.submit(Submission.of(command, context, render)))
            .memoize()
            .indefinitely());
  }

  /**
   * The image caught up with everything committed when the result is subscribed to; fails with
   * {@link LedgerUnavailableException}.
   */
  public Uni<GatewayImage> image() {
    return comingBack(
        Uni.createFrom()
            .completionStage((Supplier<CompletableFuture<LedgerState>>) reader::caughtUp)
            .map(LedgerState::image)
            .onFailure()
            .transform(Trouble::notRecorded));
  }

  /** Whoever waits goes on where it was, never on the ledger's own thread. */
  private static <T> Uni<T> comingBack(Uni<T> uni) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context caller = Vertx.currentContext();
              return caller == null
                  ? uni.emitOn(Infrastructure.getDefaultExecutor())
                  : uni.emitOn(task -> caller.runOnContext(_ -> task.run()));
            });
  }

  /** Takes no more commands and waits, for a bounded time, until those given are answered. */
  @Override
  public void close() {
    try {
      appender.close().get(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the ledger did not finish its commands", e);
    } finally {
      thread.shutdown();
    }
  }
}
