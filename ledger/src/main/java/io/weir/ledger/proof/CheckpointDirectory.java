package io.weir.ledger.proof;

import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.NoteException;
import io.weir.transparency.note.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Checkpoints as files: {@code checkpoint} is the newest, {@code checkpoints/YYYY-MM-DD/} keeps
 * all. It also remembers, beside the database, what was signed.
 */
final class CheckpointDirectory {
  private final Path directory;

  CheckpointDirectory(Path directory) {
    this.directory = directory;
  }

  /** The newest checkpoint that was signed here; empty if there was none. */
  Optional<Checkpoint> last() throws IOException {
    Path file = directory.resolve("checkpoint");
    try {
      return Optional.of(read(Files.readString(file), file.toString()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** What a note says that was found somewhere. */
  static Checkpoint read(String note, String where) throws IOException {
    try {
      return Checkpoint.parse(SignedNote.parse(note).text());
    } catch (NoteException e) {
      throw new IOException(where + " is no checkpoint: " + e.getMessage(), e);
    }
  }

  /** Keeps a checkpoint, each file whole or not at all. */
  void publish(long size, String note, Instant at) throws IOException {
    Path day =
        directory
            .resolve("checkpoints")
            .resolve(at.atOffset(ZoneOffset.UTC).toLocalDate().toString());
    Files.createDirectories(day);
    write(day.resolve("%s-%d".formatted(at.getEpochSecond(), size)), note);
    write(directory.resolve("checkpoint"), note);
  }

  private static void write(Path file, String text) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(
        beside,
        text,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
