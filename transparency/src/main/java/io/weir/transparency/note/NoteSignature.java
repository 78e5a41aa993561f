package io.weir.transparency.note;

import java.nio.ByteBuffer;

/**
 * One line of signatures, which may be of a key nobody here knows.
 *
 * @param name of the key
 * @param keyId of the key
 * @param base64 the signature, at least one byte
 */
public record NoteSignature(String name, int keyId, String base64) {
  private static final String DASH = "\u2014 ";

  static NoteSignature parse(String line) throws NoteException {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(DASH) || space < DASH.length()) {
      throw new NoteException("not a line of signatures: " + line);
    }
    String name = line.substring(DASH.length(), space);
    byte[] bytes = Base64Text.bytes(line.substring(space + 1));
    if (bytes.length < 5) {
      throw new NoteException("the signature is too short: " + line);
    }
    try {
      VerifierKey.checkName(name);
    } catch (IllegalArgumentException e) {
      throw new NoteException(String.valueOf(e.getMessage()), e);
    }
    ByteBuffer all = ByteBuffer.wrap(bytes);
    int keyId = all.getInt();
    byte[] signature = new byte[all.remaining()];
    all.get(signature);
    return new NoteSignature(name, keyId, Base64Text.of(signature));
  }

  static NoteSignature of(VerifierKey key, byte[] signature) {
    return new NoteSignature(key.name(), key.id(), Base64Text.of(signature));
  }

  byte[] bytes() {
    try {
      return Base64Text.bytes(base64);
    } catch (NoteException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isOf(VerifierKey key) {
    return name.equals(key.name()) && keyId == key.id();
  }

  /** The line, with its end. */
  String line() {
    byte[] signature = bytes();
    byte[] all = ByteBuffer.allocate(4 + signature.length).putInt(keyId).put(signature).array();
    return DASH + name + " " + Base64Text.of(all) + "\n";
  }
}
