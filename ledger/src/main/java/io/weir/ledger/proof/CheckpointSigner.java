package io.weir.ledger.proof;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import io.weir.ledger.Command;
import io.weir.ledger.Ledger;
import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.SignedNote;
import io.weir.transparency.note.SigningKey;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tree up with the events and signs checkpoints of it, on a thread of its own. Any number
 * of processes may run one: whoever holds the database's lock signs. It never signs what
 * contradicts what was signed before, by the database or by the file beside it.
 */
public final class CheckpointSigner implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(CheckpointSigner.class.getName());

  private static final Duration COSIGNATURES_KEPT = Duration.ofDays(30);
  private static final int CLOSE_SECONDS = 10;

  private final DataSource database;
  private final Ledger ledger;
  private final SigningKeys keys;
  private final SignerOptions options;
  private final CheckpointExchange exchange;
  private final Clock clock;
  private final TreeFollower follower;
  private final CheckpointDirectory directory;
  private final SignedBefore before;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private @Nullable String warned;
  private volatile SignerStatus status = SignerStatus.initial();

  /**
   * A signer.
   *
   * @param database connected to directly, as a pooler would lose the lock
   */
  public CheckpointSigner(
      DataSource database,
      Ledger ledger,
      SigningKeys keys,
      SignerOptions options,
      CheckpointExchange exchange,
      Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.keys = keys;
    this.options = options;
    this.exchange = exchange;
    this.clock = clock;
    follower = new TreeFollower(ledger.events());
    directory = new CheckpointDirectory(options.directory());
    before = new SignedBefore(directory);
    thread = Thread.ofPlatform().daemon().name("checkpoint-signer").unstarted(this::run);
  }

  /** Starts and returns at once; to be called once. */
  public void start() {
    thread.start();
  }

  /** What it is doing now. */
  public SignerStatus status() {
    return status;
  }

  /**
   * What has to be appended to put a new key in the place of the one that signs; {@link #settle}
   * has to follow. Any thread.
   *
   * @throws NotSigningException if it is not this process that signs
   * @throws IOException if a key cannot be read or written
   */
  public Command rotation() throws IOException {
    SignerStatus now = status;
    if (!now.leading()) {
      throw new NotSigningException(now.whyNot());
    }
    return keys.rotation();
  }

  /**
   * Puts the new key in its place, if the ledger knows it. Any thread.
   *
   * @throws IOException if the file cannot be moved
   */
  public void settle() throws IOException {
    keys.settle();
  }

  private void run() {
    while (stopped.getCount() > 0) {
      try (Connection connection = database.getConnection()) {
        lead(connection);
      } catch (SQLException | IOException | RuntimeException e) {
        problem(String.valueOf(e.getMessage()));
      } catch (InterruptedException e) {
        stopped.countDown();
      }
      pause();
    }
    status = SignerStatus.standingBy(status.size(), null);
  }

  private void problem(String what) {
    warn("no checkpoint is signed: " + what);
    status = status.failing(what);
  }

  /** Says once what is in the way, until it is another thing or nothing. */
  private void warn(@Nullable String what) {
    if (what != null && !what.equals(warned) && stopped.getCount() > 0) {
      LOG.log(Level.WARNING, what);
    }
    warned = what;
  }

  private void pause() {
    try {
      var _ = stopped.await(options.look().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopped.countDown();
    }
  }

  private void lead(Connection connection) throws SQLException, IOException, InterruptedException {
    if (!SignerLock.take(connection)) {
      status = SignerStatus.standingBy(before.remember(connection), SignerLock.holder(connection));
      warn(null);
      return;
    }
    UUID ledgerId = ledger.events().head().ledgerId();
    before.requireContinuedBy(connection, checkpoint(connection, follow(connection, ledgerId)));
    announceKey();
    long signed =
        new CheckpointTables(connection).last().map(CheckpointTables.Signed::size).orElse(0L);
    status = SignerStatus.leading(signed, null);
    try (var talk = exchange.open()) {
      while (stopped.getCount() > 0) {
        if (due(connection, follow(connection, ledgerId))) {
          sign(connection, ledgerId);
        }
        String trouble = talk.exchange(connection);
        warn(trouble == null ? null : "checkpoints are not published: " + trouble);
        status = SignerStatus.leading(status.size(), trouble);
        pause();
      }
    }
  }

  private Chain follow(Connection connection, UUID ledgerId) throws SQLException {
    TreeFollower.Step step = follower.step(connection, ledgerId);
    while (step.more() && stopped.getCount() > 0) {
      step = follower.step(connection, ledgerId);
    }
    return step.end();
  }

  private boolean due(Connection connection, Chain end) throws SQLException {
    Optional<CheckpointTables.Signed> last = new CheckpointTables(connection).last();
    if (last.isEmpty()) {
      return end.position() > 0;
    }
    Duration since = Duration.between(last.get().at(), clock.instant());
    return since.compareTo(options.idle()) >= 0
        || (end.position() != last.get().size() && since.compareTo(options.busy()) >= 0);
  }

  /** The ledger names the key before anything is signed, even if nothing is to be signed now. */
  private void announceKey() throws IOException {
    var _ = keys.current();
  }

  /** Signs all events there are by the key that is current after the last of them. */
  private void sign(Connection connection, UUID ledgerId) throws SQLException, IOException {
    SigningKey key = keys.current();
    Chain end = follow(connection, ledgerId);
    SigningKey then = keys.current();
    while (!then.verifier().equals(key.verifier())) {
      // retired by one of these events, after which it signs nothing
      key = then;
      end = follow(connection, ledgerId);
      then = keys.current();
    }
    sign(connection, key, end);
  }

  private static Checkpoint checkpoint(Connection connection, Chain end) {
    Hash root = TreeFollower.tree(connection, end.position()).root();
    return Checkpoint.of(end.ledgerId(), end.position(), root);
  }

  private void sign(Connection connection, SigningKey key, Chain end)
      throws SQLException, IOException {
    Checkpoint checkpoint = checkpoint(connection, end);
    before.requireContinuedBy(connection, checkpoint);
    Instant now = clock.instant();
    String text = checkpoint.text();
    String note = new SignedNote(text, List.of(key.sign(text), key.cosign(text, now))).toString();
    // the file first: what it remembers must never be behind what is out
    directory.publish(end.position(), note, now);
    var tables = new CheckpointTables(connection);
    tables.insert(checkpoint, note, now);
    tables.forgetCosignaturesBefore(now.minus(COSIGNATURES_KEPT));
    status = SignerStatus.leading(end.position(), null);
  }

  /** Stops within seconds; another process may then take over. */
  @Override
  public void close() {
    stopped.countDown();
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      thread.join(Duration.ofSeconds(CLOSE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
