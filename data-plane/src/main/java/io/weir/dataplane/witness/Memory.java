package io.weir.dataplane.witness;

import com.fasterxml.jackson.core.JacksonException;
import io.weir.contracts.codec.Json;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import io.weir.transparency.tree.CompactRange;
import io.weir.transparency.tree.RecentRoots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a witness remembers, as it is kept in a file.
 *
 * @param ledgerId of the history
 * @param position of the last event read
 * @param hash of the last event read
 * @param baseSize of the tree before the recent events
 * @param peaks of the tree before the recent events
 * @param recent hashes of the events since
 * @param cosignedSize of the last checkpoint that was cosigned, 0 if none
 * @param cosignedAt ISO 8601; null if none
 * @param contradiction which checkpoint contradicted it; null if none did
 */
record Memory(
    UUID ledgerId,
    long position,
    Hash hash,
    long baseSize,
    List<Hash> peaks,
    List<Hash> recent,
    long cosignedSize,
    @Nullable String cosignedAt,
    @Nullable String contradiction) {
  Memory {
    peaks = List.copyOf(peaks);
    recent = List.copyOf(recent);
    if (position < 1
        || baseSize < 0
        || position != baseSize + recent.size()
        || Long.bitCount(baseSize) != peaks.size()
        || cosignedSize < 0) {
      throw new IllegalArgumentException("no memory of %d events".formatted(position));
    }
  }

  Chain chain() {
    return new Chain(ledgerId, position, hash);
  }

  /** The tree, for whose last {@code kept} sizes the root is known. */
  RecentRoots tree(int kept) {
    var tree = new RecentRoots(CompactRange.of(baseSize, peaks), kept);
    recent.forEach(tree::append);
    return tree;
  }

  /** Reads a file; empty if there is none. */
  static Optional<Memory> read(Path file) throws IOException {
    try {
      return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(file), Memory.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JacksonException e) {
      throw new IOException(file + " is no memory of a witness: " + e.getOriginalMessage(), e);
    }
  }

  /** Writes a file, whole or not at all. */
  void write(Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".tmp");
    Files.write(
        beside,
        Json.MAPPER.writeValueAsBytes(this),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
