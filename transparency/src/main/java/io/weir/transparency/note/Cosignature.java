package io.weir.transparency.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A signature that says when, cosignature/v1 of C2SP tlog-cosignature. */
public final class Cosignature {
  private Cosignature() {}

  static byte[] message(String text, long seconds) {
    return "cosignature/v1\ntime %d\n%s".formatted(seconds, text).getBytes(StandardCharsets.UTF_8);
  }

  static boolean proves(String text, VerifierKey key, NoteSignature signature) {
    byte[] bytes = signature.bytes();
    if (bytes.length != Long.BYTES + Ed25519.SIGNATURE_BYTES) {
      return false;
    }
    ByteBuffer all = ByteBuffer.wrap(bytes);
    long seconds = all.getLong();
    byte[] signed = new byte[Ed25519.SIGNATURE_BYTES];
    all.get(signed);
    return seconds >= 0 && Ed25519.verify(key.key(), message(text, seconds), signed);
  }

  /**
   * When a signature says it was made, seconds; true if {@link SignedNote#signedBy} gave it for a
   * key of kind {@link KeyKind#COSIGNATURE}.
   *
   * @throws NoteException if it is no cosignature
   */
  public static Instant time(NoteSignature signature) throws NoteException {
    byte[] bytes = signature.bytes();
    if (bytes.length != Long.BYTES + Ed25519.SIGNATURE_BYTES) {
      throw new NoteException("not a signature with a time");
    }
    long seconds = ByteBuffer.wrap(bytes).getLong();
    if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
      throw new NoteException("not the time of a signature: " + seconds);
    }
    return Instant.ofEpochSecond(seconds);
  }
}
