package io.weir.ledger;

import io.weir.contracts.content.ChangedSince;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason against a command.
 *
 * @param detail a sentence for the caller
 * @param pointer RFC 6901 JSON pointer into the request body, or null if no part of it is to blame
 * @param related ids of the objects that stand in the way
 * @param changed what is at the pointer, where that is the reason
 */
public record Refusal(
    RefusalCode code,
    String detail,
    @Nullable String pointer,
    List<String> related,
    @Nullable ChangedSince changed) {
  /** A reason that is no other value at a place. */
  public Refusal(RefusalCode code, String detail, @Nullable String pointer, List<String> related) {
    this(code, detail, pointer, related, null);
  }

  public Refusal {
    related = List.copyOf(related);
  }

  /** A reason no part of the request body is to blame for. */
  public static Refusal of(RefusalCode code, String detail, String... related) {
    return new Refusal(code, detail, null, List.of(related));
  }

  /** A reason that lies in one part of the request body. */
  public static Refusal at(String pointer, RefusalCode code, String detail, String... related) {
    return new Refusal(code, detail, pointer, List.of(related));
  }
}
