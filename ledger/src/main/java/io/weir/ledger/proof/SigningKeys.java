package io.weir.ledger.proof;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.LedgerKey;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.value.LedgerKeyId;
import io.weir.contracts.value.PublicKey;
import io.weir.contracts.value.Scope;
import io.weir.ledger.Answer;
import io.weir.ledger.Command;
import io.weir.ledger.CommandContext;
import io.weir.ledger.Ledger;
import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.KeyFile;
import io.weir.transparency.note.KeyKind;
import io.weir.transparency.note.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The signing key of this process: a file that its owner alone may read, made at the first start,
 * and its public part in the ledger before it signs anything. Any thread.
 */
public final class SigningKeys {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Ledger ledger;
  private final Path file;
  private final Path next;

  /**
   * The keys in a directory.
   *
   * @param directory made when it is needed
   */
  public SigningKeys(Ledger ledger, Path directory) {
    this.ledger = ledger;
    file = directory.resolve("ledger.key");
    next = directory.resolve("ledger.key.next");
  }

  /**
   * The key to sign with now, known to the ledger.
   *
   * @throws IOException if the file cannot be read or written, or its key was retired
   */
  synchronized SigningKey current() throws IOException {
    GatewayImage image = ledger.image().await().atMost(PATIENCE);
    // a rotation may have been recorded, and have ended before the file was in its place
    settle(image);
    SigningKey key = key(file, image);
    LedgerKey known = known(image, key);
    if (known == null) {
      append(
          new AnnounceKey(LedgerKeyId.random(), publicKey(key)),
          new CommandContext(
              "weir", Authentication.WEIR, Scope.ALL, null, null, "checkpoint-signer", null));
    } else if (!known.current()) {
      throw new IOException("the key in %s was retired: put the newer one there".formatted(file));
    }
    return key;
  }

  /**
   * What has to be appended to put a new key in the place of this process' key; {@link #settle} has
   * to follow. The new key waits in a file of its own until then.
   *
   * @throws IOException if a key cannot be read or written
   */
  synchronized Command rotation() throws IOException {
    SigningKey old = current();
    GatewayImage image = ledger.image().await().atMost(PATIENCE);
    LedgerKey known = known(image, old);
    return new RotateKey(
        LedgerKeyId.random(),
        publicKey(key(next, image)),
        known == null ? Optional.empty() : Optional.of(known.id()));
  }

  /**
   * Puts the new key in its place, if the ledger knows it.
   *
   * @throws IOException if the file cannot be moved
   */
  synchronized void settle() throws IOException {
    settle(ledger.image().await().atMost(PATIENCE));
  }

  private void settle(GatewayImage image) throws IOException {
    Optional<SigningKey> rotated = KeyFile.read(next);
    if (rotated.isPresent() && known(image, rotated.get()) != null) {
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static SigningKey key(Path file, GatewayImage image) throws IOException {
    Optional<SigningKey> there = KeyFile.read(file);
    if (there.isPresent()) {
      return there.get();
    }
    String name = Checkpoint.originOf(image.provenance().ledgerId());
    return KeyFile.create(file, SigningKey.generate(name, KeyKind.NOTE));
  }

  private static PublicKey publicKey(SigningKey key) {
    return new PublicKey(key.verifier().publicKey());
  }

  private static @Nullable LedgerKey known(GatewayImage image, SigningKey key) {
    return image.ledgerKeys().values().stream()
        .filter(known -> known.publicKey().equals(publicKey(key)))
        .findFirst()
        .orElse(null);
  }

  private void append(Command command, CommandContext context) {
    var _ =
        ledger
            .append(command, context, image -> new Answer(201, null, Map.of()))
            .await()
            .atMost(PATIENCE);
  }
}
