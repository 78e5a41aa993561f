package io.weir.transparency.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text and who signed it, C2SP signed-note. What is read has the right form; nothing of it is
 * true before {@link #signedBy} says so.
 *
 * @param text ends with a line feed
 * @param signatures at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  /** Bytes of the largest note that is read. */
  public static final int MAX_BYTES = 64 * 1024;

  private static final int MAX_SIGNATURES = 100;

  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n") || text.codePoints().anyMatch(SignedNote::isControl)) {
      throw new IllegalArgumentException(
          "the text of a note ends with a line feed and has no other control characters");
    }
  }

  private static boolean isControl(int c) {
    return c < 0x20 && c != '\n';
  }

  /**
   * A note as it came.
   *
   * @throws NoteException if it is none
   */
  public static SignedNote parse(byte[] bytes) throws NoteException {
    if (bytes.length > MAX_BYTES) {
      throw new NoteException("a note has at most %d bytes".formatted(MAX_BYTES));
    }
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new NoteException("a note is UTF-8, and this is not", e);
    }
  }

  /**
   * A note as it came.
   *
   * @throws NoteException if it is none
   */
  public static SignedNote parse(String all) throws NoteException {
    int blank = all.lastIndexOf("\n\n");
    if (blank < 0 || !all.endsWith("\n") || blank + 2 == all.length()) {
      throw new NoteException("not a signed note: a text, an empty line, lines of signatures");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : all.substring(blank + 2, all.length() - 1).split("\n", -1)) {
      signatures.add(NoteSignature.parse(line));
    }
    if (signatures.size() > MAX_SIGNATURES) {
      throw new NoteException("more than %d signatures".formatted(MAX_SIGNATURES));
    }
    try {
      return new SignedNote(all.substring(0, blank + 1), signatures);
    } catch (IllegalArgumentException e) {
      throw new NoteException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The same note with one more signature. */
  public SignedNote with(NoteSignature signature) {
    List<NoteSignature> more = new ArrayList<>(signatures);
    more.add(signature);
    return new SignedNote(text, more);
  }

  /**
   * Whether a key signed the text.
   *
   * @return the signature; empty if there is none of that name and id
   * @throws NoteException if there is one, and it is false
   */
  public Optional<NoteSignature> signedBy(VerifierKey key) throws NoteException {
    for (NoteSignature signature : signatures) {
      if (signature.isOf(key)) {
        if (!proves(key, signature)) {
          throw new NoteException("the signature of %s is false".formatted(key.name()));
        }
        return Optional.of(signature);
      }
    }
    return Optional.empty();
  }

  private boolean proves(VerifierKey key, NoteSignature signature) {
    return switch (key.kind()) {
      case NOTE ->
          Ed25519.verify(key.key(), text.getBytes(StandardCharsets.UTF_8), signature.bytes());
      case COSIGNATURE -> Cosignature.proves(text, key, signature);
    };
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    StringBuilder all = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> all.append(signature.line()));
    return all.toString();
  }
}
