package io.weir.control.replay;

import io.weir.contracts.image.ImageHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All processes beside the ledger's own fold.
 *
 * @param position that was compared at, or the end of the ledger where each process is compared at
 *     the newest position it has told
 * @param hash of the ledger's image there
 * @param format of the hashes
 * @param verdict the worst that any process is found to be: {@code DIFFERS}, {@code AHEAD}, {@code
 *     INCOMPLETE} if some cannot be compared, {@code AGREES}
 */
record ReplayCheck(
    long position, String hash, String format, String verdict, List<Compared> processes) {
  ReplayCheck {
    processes = List.copyOf(processes);
  }

  static ReplayCheck of(ImageHash own, List<Compared> compared) {
    List<Compared> sorted = new ArrayList<>(compared);
    sorted.sort(Comparator.comparing(Compared::kind).thenComparing(Compared::id));
    return new ReplayCheck(
        own.position(), own.hash().hex(), own.format(), verdict(compared), sorted);
  }

  private static String verdict(List<Compared> compared) {
    Compared.Status worst =
        compared.stream()
            .map(Compared::status)
            .max(Comparator.naturalOrder())
            .orElse(Compared.Status.AGREES);
    return switch (worst) {
      case AGREES -> "AGREES";
      case BEHIND, UNKNOWN -> "INCOMPLETE";
      case AHEAD -> "AHEAD";
      case DIFFERS -> "DIFFERS";
    };
  }
}
