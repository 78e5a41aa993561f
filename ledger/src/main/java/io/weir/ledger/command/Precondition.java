package io.weir.ledger.command;

import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller expects of an object's version before changing it.
 *
 * @param match the acceptable versions, as callers write them, {@link #ANY} for each; null if the
 *     object need not exist
 * @param noneMatch the versions it must not have, {@link #ANY} if it must not exist
 */
public record Precondition(@Nullable Set<String> match, Set<String> noneMatch) {
  /** Stands for every version. */
  public static final String ANY = "*";

  /** Nothing is expected. */
  public static final Precondition NONE = new Precondition(null, Set.of());

  /** One of these versions is expected. */
  public static Precondition match(String... versions) {
    return new Precondition(Set.of(versions), Set.of());
  }

  /** The refusal of this expectation by an object of {@code version}, or nothing. */
  public Optional<Refusal> refuse(String id, long version) {
    return refuse(id, version, id);
  }

  /**
   * The refusal of this expectation, or nothing.
   *
   * @param object how messages name it
   * @param version null if it does not exist
   * @param related ids that name it
   */
  public Optional<Refusal> refuse(String object, @Nullable Long version, String... related) {
    String now = version == null ? " does not exist now" : " has version " + version + " now";
    String why;
    if (match != null && !covers(match, version)) {
      why = ", not what If-Match expects";
    } else if (covers(noneMatch, version)) {
      why = ", which If-None-Match excludes";
    } else {
      return Optional.empty();
    }
    return Optional.of(Refusal.of(RefusalCode.PRECONDITION_FAILED, object + now + why, related));
  }

  private static boolean covers(Set<String> versions, @Nullable Long version) {
    return version != null && (versions.contains(ANY) || versions.contains(version.toString()));
  }
}
