package io.weir.transparency.note;

import java.util.Base64;

/** Base64 that has one text for the same bytes: a changed letter is other bytes, or none. */
final class Base64Text {
  private Base64Text() {}

  static String of(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The bytes; throws if the text is not the one {@link #of} gives them. */
  static byte[] bytes(String text) throws NoteException {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (of(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // the same answer
    }
    throw new NoteException("not base64: " + text);
  }
}
