package io.weir.ledger;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Makes the images that are missing: one every so many events, but not before the events since the
 * last one take as much room as it does, so that all images together never take more than the
 * events. None is thinned out: any past stays as near to one.
 */
final class ImageKeeper {
  /** How many events are read at once. */
  private static final int PAGE = 500;

  private final LedgerStore store;
  private final LedgerReader reader;
  private final KeptImages images;
  private final long every;

  /**
   * A keeper.
   *
   * @param every how many events an image is after the one before, at least; 1 or more
   */
  ImageKeeper(LedgerStore store, LedgerReader reader, KeptImages images, long every) {
    this.store = store;
    this.reader = reader;
    this.images = images;
    this.every = every;
  }

  /**
   * Makes what is missing up to now; waits for PostgreSQL. KeptImages whose last event is not the
   * ledger's go first: it was restored to an earlier state.
   *
   * @param stopped asked before each image
   * @return how many were made
   */
  int keep(BooleanSupplier stopped) {
    Chain head = read(LedgerSession::head);
    long last = read(session -> session.imageBefore(Long.MAX_VALUE));
    if (head.position() >= last && head.position() - last < every) {
      return 0;
    }
    write(LedgerSession::dropForeignImages);
    LedgerState kept = null;
    int made = 0;
    while (!stopped.getAsBoolean()) {
      long before = read(session -> session.imageBefore(Long.MAX_VALUE));
      long due = read(session -> session.imageDue(before, every));
      if (due == 0) {
        break;
      }
      if (head.position() - before < 2 * every) {
        kept = reader.caughtUp().join();
      } else {
        // far behind: what this process knows of the present is no help, and may take long

        var from = kept == null ? images.nearest(head.ledgerId(), before) : kept;
        kept = after(from, due);
      }
      StoredImage image = StoredImage.of(kept);
      write(session -> session.insert(image));
      made++;
    }
    return made;
  }

  private LedgerState after(LedgerState from, long position) {
    LedgerState state = from;
    while (state.position() < position) {
      LedgerState at = state;
      int next = (int) Math.min(PAGE, position - at.position());
      List<Recorded> events = read(session -> session.eventsAfter(at.chain(), next));
      if (events.isEmpty()) {
        throw new IllegalStateException("the ledger has lost event " + (at.position() + 1));
      }
      state = at.afterReading(events);
    }
    return state;
  }

  private <T> T read(Function<LedgerSession, Uni<T>> work) {
    return store.reading(work).await().indefinitely();
  }

  private void write(Function<LedgerSession, Uni<Void>> work) {
    store.transaction((session, _) -> work.apply(session)).await().indefinitely();
  }
}
