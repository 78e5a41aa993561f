package io.weir.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.log.Hash;
import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.Cosignature;
import io.weir.transparency.note.KeyKind;
import io.weir.transparency.note.NoteException;
import io.weir.transparency.note.NoteSignature;
import io.weir.transparency.note.SignedNote;
import io.weir.transparency.note.VerifierKey;
import io.weir.transparency.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a witness said, as it was given: an item of the answer to {@code GET
 * /v1/ledger/cosignatures}.
 *
 * @param signature its line in the note of the checkpoint
 * @param consistent whether whoever gave it says that the ledger has this root
 */
record GivenCosignature(
    VerifierKey key, long size, Hash root, String signature, boolean consistent) {
  /** Reads an answer; throws if it is none. */
  static List<GivenCosignature> read(List<Path> files) throws IOException {
    List<GivenCosignature> all = new ArrayList<>();
    for (Path file : files) {
      try {
        JsonNode items = HistoryCommand.JSON.readTree(Files.readAllBytes(file)).path("items");
        if (!items.isArray()) {
          throw new IOException(file + " is no list of cosignatures: it has no items");
        }
        for (JsonNode item : items) {
          all.add(of(item));
        }
      } catch (NoSuchFileException e) {
        throw new IOException("there is no file " + file, e);
      } catch (NoteException | IllegalArgumentException | JacksonException e) {
        throw new IOException(
            "%s is no list of cosignatures: %s".formatted(file, e.getMessage()), e);
      }
    }
    return all;
  }

  private static GivenCosignature of(JsonNode item) throws NoteException {
    if (!item.path("size").canConvertToLong() || item.path("size").asLong() < 0) {
      throw new IllegalArgumentException(
          "the size " + item.path("size") + " is no number of events");
    }
    return new GivenCosignature(
        VerifierKey.parse(item.path("key").asText()),
        item.path("size").asLong(),
        Hash.fromBytes(Base64.getDecoder().decode(item.path("root").asText())),
        item.path("signature").asText(),
        item.path("consistent").asBoolean());
  }

  /**
   * When it was said, if its key signed it for a ledger.
   *
   * @throws NoteException if the signature is false, or none
   */
  Optional<Instant> when(UUID ledgerId) throws NoteException {
    String text = Checkpoint.of(ledgerId, size, root).text();
    if (key.kind() != KeyKind.COSIGNATURE) {
      return Optional.empty();
    }
    Optional<NoteSignature> signed = SignedNote.parse(text + "\n" + signature + "\n").signedBy(key);
    return signed.isEmpty() ? Optional.empty() : Optional.of(Cosignature.time(signed.get()));
  }

  /** What is wrong with it beside a history; empty if nothing is. */
  Optional<String> contradiction(Verification found) {
    Hash own = found.roots().get(size);
    if (size > found.position()) {
      return Optional.of("there are %d events".formatted(found.position()));
    }
    if (own == null) {
      return Optional.of("a part of a ledger has no root to be compared with it");
    }
    if (!own.equals(root)) {
      return Optional.of(
          "the witness saw other events up to %d: it says root %s, and it is %s"
              .formatted(size, root, own));
    }
    return consistent
        ? Optional.empty()
        : Optional.of("the ledger it was read from says that it contradicts it");
  }
}
