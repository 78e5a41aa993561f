package io.weir.transparency.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Arrays;

/** A key that signs. Its text is a secret; {@code toString} does not tell it. */
public final class SigningKey {
  private static final String PREFIX = "PRIVATE+KEY+";

  private final byte[] seed;
  private final KeyPair pair;
  private final VerifierKey verifier;

  private SigningKey(String name, KeyKind kind, byte[] seed) {
    this.seed = seed;
    pair = Ed25519.pair(seed);
    verifier = new VerifierKey(name, kind, Base64Text.of(Ed25519.bytes(pair.getPublic())));
  }

  /** A new key. */
  public static SigningKey generate(String name, KeyKind kind) {
    return new SigningKey(name, kind, Ed25519.newSeed());
  }

  /**
   * The key a text holds, in the form of golang.org/x/mod/sumdb/note: {@code PRIVATE+KEY+NAME+ID+}
   * and the seed.
   *
   * @throws NoteException if it holds none, or its id is not that of its name and key; the message
   *     does not repeat the text
   */
  public static SigningKey parse(String text) throws NoteException {
    String[] parts =
        text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : null;
    if (parts == null || parts.length != 3) {
      throw new NoteException("not a signing key: " + PREFIX + "NAME+ID+SEED");
    }
    byte[] material;
    try {
      material = Base64Text.bytes(parts[2]);
    } catch (NoteException e) {
      throw new NoteException("the seed of the signing key is not base64");
    }
    if (material.length != 1 + Ed25519.KEY_BYTES) {
      throw new NoteException("the seed of the signing key has not 32 bytes");
    }
    try {
      var key =
          new SigningKey(
              parts[0], KeyKind.of(material[0]), Arrays.copyOfRange(material, 1, material.length));
      if (!key.verifier.toString().startsWith(parts[0] + "+" + parts[1] + "+")) {
        throw new NoteException("the id of the signing key is not that of its name and key");
      }
      return key;
    } catch (IllegalArgumentException e) {
      throw new NoteException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The public part. */
  public VerifierKey verifier() {
    return verifier;
  }

  /** Signs the text of a note. */
  public NoteSignature sign(String text) {
    byte[] signature = Ed25519.sign(pair.getPrivate(), text.getBytes(StandardCharsets.UTF_8));
    return NoteSignature.of(verifier.as(KeyKind.NOTE), signature);
  }

  /** Signs the text of a checkpoint and when, to the second. */
  public NoteSignature cosign(String text, Instant when) {
    long seconds = when.getEpochSecond();
    byte[] signature = Ed25519.sign(pair.getPrivate(), Cosignature.message(text, seconds));
    byte[] timed =
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array();
    return NoteSignature.of(verifier.as(KeyKind.COSIGNATURE), timed);
  }

  /** The text that {@link #parse} reads: a secret. */
  String secret() {
    String[] parts = verifier.toString().split("\\+", 3);
    byte[] material =
        ByteBuffer.allocate(1 + seed.length).put(verifier.kind().code()).put(seed).array();
    return PREFIX + parts[0] + "+" + parts[1] + "+" + Base64Text.of(material);
  }

  @Override
  public String toString() {
    return "the key of " + verifier;
  }
}
