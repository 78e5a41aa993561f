package io.weir.cli;

import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.Cosignature;
import io.weir.transparency.note.KeyKind;
import io.weir.transparency.note.NoteException;
import io.weir.transparency.note.NoteSignature;
import io.weir.transparency.note.SignedNote;
import io.weir.transparency.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A checkpoint that somebody kept, as it was given. */
record GivenCheckpoint(Path file, SignedNote note, Checkpoint checkpoint) {
  /** Who signed it: the name of the key, and when if the signature says so. */
  record Signer(VerifierKey key, Optional<Instant> when) {}

  /** Reads a file; throws if it is no checkpoint. */
  static GivenCheckpoint read(Path file) throws IOException {
    try {
      SignedNote note = SignedNote.parse(Files.readAllBytes(file));
      return new GivenCheckpoint(file, note, Checkpoint.parse(note.text()));
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    } catch (NoteException e) {
      throw new IOException("%s is no checkpoint: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Reads verifier keys, one a line. */
  static List<VerifierKey> keys(List<Path> files) throws IOException {
    List<VerifierKey> keys = new ArrayList<>();
    for (Path file : files) {
      try {
        for (String line : Files.readAllLines(file)) {
          if (!line.isBlank()) {
            keys.add(VerifierKey.parse(line.strip()));
          }
        }
      } catch (NoSuchFileException e) {
        throw new IOException("there is no file " + file, e);
      } catch (NoteException e) {
        throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
      }
    }
    return keys;
  }

  /**
   * Which of some keys signed it.
   *
   * @throws NoteException if one of their signatures is false
   */
  List<Signer> signers(List<VerifierKey> keys) throws NoteException {
    List<Signer> signers = new ArrayList<>();
    for (VerifierKey key : keys) {
      Optional<NoteSignature> timed = note.signedBy(key.as(KeyKind.COSIGNATURE));
      Optional<NoteSignature> plain =
          key.kind() == KeyKind.NOTE ? note.signedBy(key) : Optional.empty();
      if (timed.isPresent()) {
        signers.add(new Signer(key, Optional.of(Cosignature.time(timed.get()))));
      } else if (plain.isPresent()) {
        signers.add(new Signer(key, Optional.empty()));
      }
    }
    return signers;
  }
}
