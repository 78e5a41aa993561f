package io.weir.ledger;

import static org.awaitility.Awaitility.await;

import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import io.weir.ledger.proof.CheckpointExchange;
import io.weir.ledger.proof.CheckpointSigner;
import io.weir.ledger.proof.Proofs;
import io.weir.ledger.proof.SignerOptions;
import io.weir.ledger.proof.SigningKeys;
import io.weir.testing.Backends;
import io.weir.transparency.note.NoteException;
import io.weir.transparency.note.SignedNote;
import io.weir.transparency.tree.CompactRange;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ledger on a database of its own, and signers of it that look again at once. */
final class SigningKit implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SOON = Duration.ofMillis(50);

  /** Where nobody listens. */
  private static final CheckpointExchange NOBODY = Silence::new;

  private static final class Silence implements CheckpointExchange.Talk {
    @Override
    public @Nullable String exchange(Connection connection) {
      return null;
    }

    @Override
    public void close() {}
  }

  final TestDatabase database = TestDatabase.create(Backends.start().postgres());
  final Proofs proofs = new Proofs(database.source());
  private TestLedger process = TestLedger.open(database);

  CheckpointSigner signer(Path directory) {
    return signer(directory, NOBODY);
  }

  CheckpointSigner signer(Path directory, CheckpointExchange exchange) {
    var signer =
        new CheckpointSigner(
            database.source(),
            process.ledger(),
            new SigningKeys(process.ledger(), directory),
            new SignerOptions(directory, SOON, Duration.ofHours(1), SOON),
            exchange,
            Clock.systemUTC());
    signer.start();
    return signer;
  }

  void append(Command command) {
    var _ =
        process.ledger().append(command, Commands.CONTEXT, Commands.DONE).await().atMost(PATIENCE);
  }

  /** Appends so many events. */
  void append(int events) {
    for (int i = 0; i < events; i++) {
      append(Commands.createVpc(Commands.name()));
    }
  }

  void rotate(CheckpointSigner signer) throws IOException {
    append(signer.rotation());
    signer.settle();
  }

  SignedNote awaitCheckpoint(long size) {
    await().atMost(PATIENCE).until(() -> proofs.checkpoint(Optional.of(size)), Optional::isPresent);
    try {
      return SignedNote.parse(proofs.checkpoint(Optional.of(size)).orElseThrow());
    } catch (NoteException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes the events from a position on away, as nothing that Weir does can, and starts anew. */
  void forgetFrom(long position) throws SQLException {
    process.close();
    database.execute(
        """
        alter table ledger.event disable trigger event_only_grows;
        delete from ledger.event where position >= %1$d;
        alter table ledger.event enable trigger event_only_grows;
        update ledger.ledger_head set position = %1$d - 1,
          hash = (select hash from ledger.event where position = %1$d - 1);
        truncate ledger.tile; update ledger.tree set size = 0, hash = null\
        """
            .formatted(position));
    process = TestLedger.open(database);
  }

  static Hash root(List<Recorded> events) {
    CompactRange range = CompactRange.empty();
    events.forEach(event -> range.append(event.hash()));
    return range.root();
  }

  @Override
  public void close() {
    process.close();
  }
}
