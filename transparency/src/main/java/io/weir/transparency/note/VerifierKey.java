package io.weir.transparency.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonValue;
import io.weir.contracts.log.Hash;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;

/**
 * The public part of a key, which text it signs as, and its name: a <em>vkey</em> of C2SP
 * signed-note.
 *
 * @param name not empty, without spaces and plus
 * @param publicKey the 32 bytes, base64
 */
public record VerifierKey(String name, KeyKind kind, String publicKey) {
  public VerifierKey {
    checkName(name);
    try {
      if (Base64Text.bytes(publicKey).length != Ed25519.KEY_BYTES) {
        throw new IllegalArgumentException("an Ed25519 key has 32 bytes: " + publicKey);
      }
    } catch (NoteException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  static void checkName(String name) {
    boolean bad = name.isEmpty() || name.contains("+");
    if (bad
        || name.codePoints()
            .anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c < 0x20)) {
      throw new IllegalArgumentException(
          "the name of a key is not empty and has no spaces and no plus: " + name);
    }
  }

  /**
   * The key a text names, {@code NAME+ID+KEY}.
   *
   * @throws NoteException if it is none, or its id is not that of its name and key
   */
  public static VerifierKey parse(String text) throws NoteException {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3) {
      throw new NoteException("not a verifier key, NAME+ID+KEY: " + text);
    }
    byte[] material = Base64Text.bytes(parts[2]);
    if (material.length != 1 + Ed25519.KEY_BYTES) {
      throw new NoteException("not the public part of an Ed25519 key: " + text);
    }
    try {
      var key =
          new VerifierKey(
              parts[0],
              KeyKind.of(material[0]),
              Base64Text.of(Arrays.copyOfRange(material, 1, material.length)));
      if (!key.hexId().equals(parts[1])) {
        throw new NoteException("the id of the verifier key is not that of its name and key");
      }
      return key;
    } catch (IllegalArgumentException e) {
      throw new NoteException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The same key as one that signs something else, under an id of its own. */
  public VerifierKey as(KeyKind other) {
    return new VerifierKey(name, other, publicKey);
  }

  /** What tells keys of one name apart in signatures: the first four bytes of a hash. */
  public int id() {
    MessageDigest digest = Hash.sha256();
    digest.update(name.getBytes(UTF_8));
    digest.update((byte) '\n');
    return ByteBuffer.wrap(digest.digest(material())).getInt();
  }

  private String hexId() {
    return String.format(Locale.ROOT, "%08x", id());
  }

  private byte[] material() {
    return ByteBuffer.allocate(1 + Ed25519.KEY_BYTES).put(kind.code()).put(key()).array();
  }

  byte[] key() {
    try {
      return Base64Text.bytes(publicKey);
    } catch (NoteException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text that {@link #parse} reads. */
  @JsonValue
  @Override
  public String toString() {
    return name + "+" + hexId() + "+" + Base64Text.of(material());
  }
}
