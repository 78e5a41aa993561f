package io.weir.control.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.weir.contracts.image.ImageHash;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One process beside the ledger's own fold.
 *
 * @param position of the image that was compared, or of what it has now where none was
 * @param hash of that image, as the process says; null where it says none
 * @param expected what the ledger gives at that position; null where that was not looked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Compared(
    String kind,
    String id,
    Status status,
    long position,
    @Nullable String hash,
    @Nullable String expected,
    String detail) {
  /** How a process stands. */
  enum Status {
    /** It has made of the events what the ledger makes of them. */
    AGREES,
    /** It has not come so far yet. */
    BEHIND,
    /** It keeps no hash of that position, or one that another build has made. */
    UNKNOWN,
    /** It has events that the ledger's database has not. */
    AHEAD,
    /** It has made something else of the same events, or has had others. */
    DIFFERS
  }

  /**
   * Compares at one position.
   *
   * @param fold the ledger's own, up to its end
   */
  static Compared at(long position, Told told, LongFunction<ImageHash> fold) {
    Optional<ImageHash> kept =
        told.hashes().stream().filter(hash -> hash.position() == position).findFirst();
    if (kept.isPresent()) {
      return compared(told, kept.get(), fold);
    }
    return told.position() < position
        ? without(told, Status.BEHIND, "has applied event %d".formatted(told.position()))
        : without(told, Status.UNKNOWN, "keeps no hash of that position");
  }

  /**
   * Compares at the newest position the process has told.
   *
   * @param end of the ledger
   * @param fold the ledger's own, up to its end
   */
  static Compared newest(long end, Told told, LongFunction<ImageHash> fold) {
    if (told.position() > end) {
      return without(
          told,
          Status.AHEAD,
          "ahead of the ledger: its database ends with event %d, this process has applied event %d"
              .formatted(end, told.position()));
    }
    return told.hashes().isEmpty()
        ? without(told, Status.UNKNOWN, "has not told a hash yet")
        : compared(told, told.hashes().getFirst(), fold);
  }

  private static Compared compared(Told told, ImageHash said, LongFunction<ImageHash> fold) {
    ImageHash own = fold.apply(said.position());
    if (!own.format().equals(said.format())) {
      return without(
          told,
          Status.UNKNOWN,
          "hashes as %s, not as %s: another build".formatted(said.format(), own.format()));
    }
    boolean same = own.hash().equals(said.hash());
    return new Compared(
        told.kind(),
        told.id(),
        same ? Status.AGREES : Status.DIFFERS,
        said.position(),
        said.hash().hex(),
        own.hash().hex(),
        same
            ? "the same at event %d".formatted(said.position())
            : "not the same at event %d".formatted(said.position()));
  }

  private static Compared without(Told told, Status status, String detail) {
    return new Compared(told.kind(), told.id(), status, told.position(), null, null, detail);
  }
}
