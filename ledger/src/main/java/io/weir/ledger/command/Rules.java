package io.weir.ledger.command;

import io.weir.contracts.value.Name;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The reasons that many kinds share. */
public final class Rules {
  private static final int NAMED = 20;
  private static final int RELATED = 100;

  private Rules() {}

  /** A name belongs to one object of a kind. */
  public static Refusal nameTaken(Name name, Object holder) {
    return Refusal.at(
        "/name",
        RefusalCode.NAME_TAKEN,
        "the name " + name + " is taken by " + holder,
        holder.toString());
  }

  /**
   * An object that others use stays. The first of them are named, in words and as ids, and all are
   * counted.
   *
   * @param verb between the object and the words, such as {@code is used by}
   */
  public static Optional<Refusal> unused(
      String object, String verb, List<String> words, List<String> ids) {
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                RefusalCode.IN_USE, object + " " + verb + " " + first(words), null, related(ids)));
  }

  /** The first 20 of these words, and how many more there are. */
  public static String first(List<String> words) {
    return words.size() <= NAMED
        ? String.join(", ", words)
        : String.format(
            Locale.ROOT,
            "%s and %,d more",
            String.join(", ", words.subList(0, NAMED)),
            words.size() - NAMED);
  }

  /** The first 100 of these ids. */
  public static List<String> related(List<String> ids) {
    return ids.subList(0, Math.min(ids.size(), RELATED));
  }
}
