package io.weir.ledger;

import io.weir.contracts.value.InvalidValueException;

/** What a text must be to stand in the ledger for ever. */
final class Texts {
  private Texts() {}

  /** Throws {@link InvalidValueException} unless the text is of that length, without controls. */
  static void require(String what, String text, int minimum, int maximum) {
    if (text.length() < minimum || text.length() > maximum) {
      throw new InvalidValueException(
          "%s must be %d to %d characters long".formatted(what, minimum, maximum));
    }
    if (text.codePoints().anyMatch(Texts::unspeakable)) {
      throw new InvalidValueException(what + " must not contain control characters");
    }
  }

  private static boolean unspeakable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      // PostgreSQL takes no U+0000, and half a surrogate pair has no UTF-8 to hash.
      case Character.CONTROL, Character.SURROGATE -> true;
      default -> false;
    };
  }
}
