package io.weir.ledger.proof;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import io.weir.ledger.Ledger;
import io.weir.transparency.note.Checkpoint;
import io.weir.transparency.note.SignedNote;
import io.weir.transparency.note.SigningKey;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

  /** Of the advisory lock that one signer per database holds: "weis" in ASCII. */
  private static final long LOCK = 0x77656973L;

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
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
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
  }

  private void problem(@Nullable String what) {
    SignerStatus before = status;
    if (what != null && stopped.getCount() > 0 && !what.equals(before.problem())) {
      LOG.log(Level.WARNING, "no checkpoint is signed: {0}", what);
    }
    status = new SignerStatus(what == null && before.leading(), before.size(), what);
  }

  private void pause() {
    try {
      var _ = stopped.await(options.look().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopped.countDown();
    }
  }

  private void lead(Connection connection) throws SQLException, IOException, InterruptedException {
    if (!locked(connection)) {
      status = new SignerStatus(false, status.size(), null);
      return;
    }
    UUID ledgerId = ledger.events().head().ledgerId();
    announceKey();
    long signed =
        new CheckpointTables(connection).last().map(CheckpointTables.Signed::size).orElse(0L);
    status = new SignerStatus(true, signed, null);
    try (var talk = exchange.open()) {
      while (stopped.getCount() > 0) {
        if (due(connection, follow(connection, ledgerId))) {
          sign(connection, ledgerId);
        }
        String trouble = talk.exchange(connection);
        if (trouble != null && !trouble.equals(status.problem())) {
          LOG.log(Level.WARNING, "checkpoints are not published: {0}", trouble);
        }
        status = new SignerStatus(true, status.size(), trouble);
        pause();
      }
    }
  }

  private static boolean locked(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
      return row.next() && row.getBoolean(1);
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

  private void sign(Connection connection, SigningKey key, Chain end)
      throws SQLException, IOException {
    Hash root = TreeFollower.tree(connection, end.position()).root();
    var checkpoint = Checkpoint.of(end.ledgerId(), end.position(), root);
    continues(connection, directory.last(), checkpoint, "the file of the last checkpoint");
    Instant now = clock.instant();
    String text = checkpoint.text();
    String note = new SignedNote(text, List.of(key.sign(text), key.cosign(text, now))).toString();
    // the file first: what it remembers must never be behind what is out
    directory.publish(end.position(), note, now);
    var tables = new CheckpointTables(connection);
    tables.insert(checkpoint, note, now);
    tables.forgetCosignaturesBefore(now.minus(COSIGNATURES_KEPT));
    status = new SignerStatus(true, end.position(), null);
  }

  /** A ledger that was restored from a backup, or rewritten, is not signed for. */
  private static void continues(
      Connection connection, Optional<Checkpoint> before, Checkpoint now, String where)
      throws IOException {
    if (before.isEmpty()) {
      return;
    }
    Checkpoint last = before.get();
    if (!last.origin().equals(now.origin())) {
      throw new IOException(
          "%s is of another ledger, %s: set it aside".formatted(where, last.origin()));
    }
    boolean continued =
        last.size() <= now.size()
            && Objects.equals(TreeFollower.tree(connection, last.size()).root(), last.root());
    if (!continued) {
      throw new IOException(
          "the ledger contradicts %s: what was signed up to event %d is not what is there now"
              .formatted(where, last.size()));
    }
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
