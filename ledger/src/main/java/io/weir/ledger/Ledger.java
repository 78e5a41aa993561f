package io.weir.ledger;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Authentication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The store of everything that ever happened to the configuration: commands go in, one after
 * another over all processes, and the image they lead to comes out. One per process; may be called
 * from any thread, and answers on the Vert.x context of the caller if there is one.
 */
public final class Ledger implements AutoCloseable {
  private static final int CLOSE_SECONDS = 20;

  /** Less than anybody waits who gives such a command, and many looks at the topic. */
  private static final Duration OWN_PATIENCE = Duration.ofSeconds(15);

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("ledger").factory());
  private final LedgerStore store;
  private final LedgerReader reader;
  private final Appender appender;
  private final KnownEnd known;
  private final StoredEvents events;
  private final Moments moments;
  private final Past past;
  private final ImageKeeper keeper;

  /** A ledger in a database that {@link LedgerSchema} has prepared; connects when it is used. */
  public Ledger(Mutiny.SessionFactory sessions, Vertx vertx, LedgerOptions options) {
    this(sessions, vertx, options, KnownEnd.ofNobody());
  }

  /**
   * A ledger in a database that might have been rewound.
   *
   * @param known by whom it is told; until that one was asked, nothing is read or recorded
   */
  public Ledger(
      Mutiny.SessionFactory sessions, Vertx vertx, LedgerOptions options, KnownEnd known) {
    this.known = known;
    store = new LedgerStore(sessions, vertx, options.commitTimeout());
    var newest = new NewestState();
    var images = new KeptImages(store);
    reader = new LedgerReader(store, newest, images, known, thread);
    appender = new Appender(store, reader, newest, known, thread, options);
    events = new StoredEvents(store);
    moments = new Moments(store);
    past = new Past(store, newest, images, options.pastObjects());
    keeper = new ImageKeeper(store, reader, images, options.imageEvery());
  }

  /**
   * Decides a command against the configuration as it is and records what it leads to, together
   * with the attempt itself. The command is given when the result is first subscribed to, once, and
   * is not taken back if the subscription is cancelled. A command of Weir's own first waits until
   * the end of the topic is known, and is not given if that is not in time; it can be tried again.
   *
   * @param render makes the answer from the image after the command, still before the commit; pure
   * @return the outcome; or fails with {@link LedgerBusyException}, {@link
   *     LedgerUnavailableException}, {@link LedgerRewoundException}, {@link
   *     LedgerUnreadableException}, {@link UnsoundDecisionException} or whatever the command or
   *     {@code render} threw
   */
  public Uni<Outcome> append(
      Command command, CommandContext context, Function<GatewayImage, Answer> render) {
    return append(command, context, (before, after) -> render.apply(after));
  }

  /**
   * Like {@link #append(Command, CommandContext, Function)}, with an answer that also depends on
   * the image before the command.
   *
   * @param render makes the answer from the images before and after the command
   */
  public Uni<Outcome> append(
      Command command,
      CommandContext context,
      BiFunction<GatewayImage, GatewayImage, Answer> render) {
    return comingBack(
        Uni.createFrom()
            .completionStage(() -> submit(command, context, render))
            .memoize()
            .indefinitely());
  }

  /**
   * Decides a command as {@link #append(Command, CommandContext, BiFunction)} would at this moment,
   * by the very same code, and records nothing: no event, no attempt, no key. What was recorded
   * about a key does not matter either.
   *
   * @return what it would come to; fails as {@code append} does
   */
  public Uni<DryRun> dryRun(
      Command command,
      CommandContext context,
      BiFunction<GatewayImage, GatewayImage, Answer> render) {
    return comingBack(
        Uni.createFrom()
            .completionStage((Supplier<CompletableFuture<LedgerState>>) reader::caughtUp)
            .onFailure()
            .transform(Trouble::notRecorded)
            // beside the thread that decides what is recorded: nothing is shared but what does not
            // change
            .emitOn(Infrastructure.getDefaultWorkerPool())
            .map(state -> DryRun.of(state, Submission.of(command, context, render))));
  }

  /**
   * Goes the way of a command from the lock to the last statement before the commit, and takes all
   * of it back, so that the first command finds that way trodden. Nothing stays, and nothing is
   * seen by others but that the ledger is held for as long as those statements take; while somebody
   * else holds it, this fails soon.
   */
  public Uni<Void> rehearse() {
    return comingBack(
        Uni.createFrom()
            .completionStage((Supplier<CompletableFuture<LedgerState>>) reader::caughtUp)
            .chain(
                state ->
                    new Attempt(
                            List.of(Rehearsal.submission()),
                            _ -> {},
                            store,
                            known,
                            thread,
                            Rehearsal.WAIT)
                        .rehearse(state))
            .onFailure()
            .transform(Trouble::notRecorded));
  }

  private CompletableFuture<Outcome> submit(
      Command command,
      CommandContext context,
      BiFunction<GatewayImage, GatewayImage, Answer> render) {
    boolean own = command.isOwn() || context.authentication().equals(Authentication.WEIR);
    return own
        ? known
            .told(OWN_PATIENCE)
            .thenCompose(_ -> appender.submit(Submission.of(command, context, render)))
        : appender.submit(Submission.of(command, context, render));
  }

  /**
   * The image caught up with everything committed when the result is subscribed to; fails with
   * {@link LedgerUnavailableException}, {@link LedgerRewoundException} or {@link
   * LedgerUnreadableException}.
   */
  public Uni<GatewayImage> image() {
    return comingBack(
        Uni.createFrom()
            .completionStage((Supplier<CompletableFuture<LedgerState>>) reader::caughtUp)
            .map(LedgerState::image)
            .onFailure()
            .transform(Trouble::notRecorded));
  }

  /** Why the last read was refused, if the database was found rewound then, or null. */
  public @Nullable LedgerRewoundException rewound() {
    return reader.refused() instanceof LedgerRewoundException found ? found : null;
  }

  /** Why the last read was refused, if it met an event that cannot be applied, or null. */
  public @Nullable LedgerUnreadableException unreadable() {
    return reader.refused() instanceof LedgerUnreadableException found ? found : null;
  }

  /**
   * The moment after an event and all others of its command; before the first for position 0. Fails
   * with {@link NoSuchMomentException} if there is no such event yet, or with {@link
   * LedgerUnavailableException}.
   */
  public Uni<Moment> moment(long position) {
    return comingBack(moments.at(position).onFailure().transform(Trouble::notRecorded));
  }

  /**
   * The moment after the last event that was recorded by then. Fails with {@link
   * NoSuchMomentException} if that is in the future or before the first event, or with {@link
   * LedgerUnavailableException}.
   */
  public Uni<Moment> moment(Instant time) {
    return comingBack(moments.at(time).onFailure().transform(Trouble::notRecorded));
  }

  /**
   * The image as it was at a moment of this ledger; fails with {@link LedgerUnavailableException},
   * or with {@link LedgerBusyException} if many others wait for pasts.
   */
  public Uni<GatewayImage> image(Moment moment) {
    return comingBack(
        Uni.createFrom()
            .completionStage(() -> past.at(moment))
            .map(LedgerState::image)
            .onFailure()
            .transform(Trouble::notRecorded));
  }

  /**
   * An event, and what it changed. Fails with {@link NoSuchMomentException} if there is none at
   * that position, else as {@link #image(Moment)} does.
   */
  public Uni<PastEvent> event(long position) {
    return comingBack(past.event(position).onFailure().transform(Trouble::notRecorded));
  }

  /**
   * Makes the images that are missing up to now, from which the next start and every past begin;
   * waits for PostgreSQL and takes long the first time. Not for Vert.x's own threads. One process
   * at a time is enough, more do no harm.
   *
   * @param stopped asked before each image
   * @return how many were made
   */
  public int keepImages(BooleanSupplier stopped) {
    return keeper.keep(stopped);
  }

  /** What is stored, for those who follow it; needs nothing of what this process has read. */
  public StoredEvents events() {
    return events;
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
      past.close();
      thread.shutdown();
    }
  }
}
