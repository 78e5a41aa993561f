package io.weir.ledger;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.log.BrokenChainException;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The images that are kept in the ledger's database. None is believed for being there: its last
 * event has to be the ledger's own, and to end its command.
 */
final class KeptImages {
  private static final System.Logger LOG = System.getLogger(KeptImages.class.getName());

  private final LedgerStore store;

  KeptImages(LedgerStore store) {
    this.store = store;
  }

  /** An image, and the ledger's own event that it says to end with. */
  private record Candidate(StoredImage image, Optional<Recorded> last) {}

  /**
   * The state of the newest usable image that is not after a position; of the empty ledger if there
   * is none. One that cannot be used is said so, and the one before it is tried.
   *
   * @param unpacking where images are unpacked
   */
  Uni<LedgerState> nearest(UUID ledgerId, long position, Executor unpacking) {
    return candidate(ledgerId, position)
        .emitOn(unpacking)
        .flatMap(
            found -> {
              if (found == null) {
                return Uni.createFrom().item(LedgerState.genesis(ledgerId));
              }
              LedgerState state = unpack(ledgerId, found);
              return state == null
                  ? nearest(ledgerId, found.image.position() - 1, unpacking)
                  : Uni.createFrom().item(state);
            });
  }

  /** The same, unpacked by whoever asks, who waits for PostgreSQL. */
  LedgerState nearest(UUID ledgerId, long position) {
    long before = position;
    while (true) {
      Candidate found = candidate(ledgerId, before).await().indefinitely();
      if (found == null) {
        return LedgerState.genesis(ledgerId);
      }
      LedgerState state = unpack(ledgerId, found);
      if (state != null) {
        return state;
      }
      before = found.image.position() - 1;
    }
  }

  private Uni<@Nullable Candidate> candidate(UUID ledgerId, long position) {
    return store.reading(
        session ->
            session
                .image(position)
                .flatMap(
                    image ->
                        image == null
                            ? Uni.createFrom().nullItem()
                            : session
                                .event(ledgerId, image.position())
                                .map(last -> new Candidate(image, last))));
  }

  private static @Nullable LedgerState unpack(UUID ledgerId, Candidate found) {
    StoredImage image = found.image;
    try {
      Recorded last = found.last.orElseThrow(() -> new IOException("the ledger has no such event"));
      if (!last.hash().equals(image.hash())) {
        throw new IOException(
            "it ends with hash %s, the ledger's event has %s".formatted(image.hash(), last.hash()));
      }
      if (!last.envelope().endsCommit()) {
        throw new IOException("it ends in the middle of a command");
      }
      var before = new Chain(ledgerId, image.position() - 1, last.envelope().prevHash());
      if (before.step(last) != Chain.Step.APPLY) {
        throw new IOException("its last event does not continue the ledger");
      }
      return image.unpack(before.after(last));
    } catch (IOException | UnknownEventException | BrokenChainException e) {
      LOG.log(
          Level.WARNING,
          "the image at event {0} is of no use, and what was before it is folded instead: {1}",
          Long.toString(image.position()),
          e.getMessage());
      return null;
    }
  }
}
