package io.weir.guard.access;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.event.KeyEvent;
import io.weir.contracts.log.Hash;
import io.weir.contracts.value.KeyId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys that open this service, read from the ledger itself: its events say what a key may, one
 * table beside them recognises its secret. What was read is believed for half a second, so that
 * most requests cost no query, and what another process revokes opens nothing here within a second,
 * whatever becomes of hints and connections; what this process revokes, at once.
 */
@ApplicationScoped
public class Keys {
  private static final String SQL =
      """
      select encode(s.sha256, 'hex') as sha256, e.type, e.data
      from ledger.api_key_secret s join ledger.event e on e.stream = 'key/' || s.key_id
      where s.key_id = $1 order by e.version\
      """;

  private static final String MADE =
      "select 1 from ledger.event where stream = 'key/' || $1 and version = 1";

  private static final long BELIEVED_NANOS = Duration.ofMillis(500).toNanos();
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Who tries keys that do not exist must not fill the memory. */
  private static final int MOST = 10_000;

  private final Pool pool;
  private final Map<KeyId, Read> read = new ConcurrentHashMap<>();
  private final Set<KeyId> revoked = ConcurrentHashMap.newKeySet();

  Keys(Pool pool) {
    this.pool = pool;
  }

  /** What was found, and the {@link System#nanoTime} until which it is believed. */
  private record Read(Uni<Optional<KnownKey>> found, long until) {}

  /** This process has recorded that a key is revoked. */
  public void revoked(KeyId id) {
    revoked.add(id);
  }

  /** Whether this process has recorded that a key is revoked. */
  boolean isRevoked(KnownKey key) {
    return key.revoked() || revoked.contains(key.id());
  }

  /** The key; empty if there never was one. Goes on where the caller was. */
  Uni<Optional<KnownKey>> find(KeyId id) {
    long now = System.nanoTime();
    Read known = read.get(id);
    if (known == null || now - known.until >= 0) {
      if (read.size() >= MOST) {
        read.clear();
      }
      known = new Read(ask(id).memoize().indefinitely(), now + BELIEVED_NANOS);
      read.put(id, known);
    }
    Read asked = known;
    Uni<Optional<KnownKey>> found = asked.found.onFailure().invoke(_ -> read.remove(id, asked));
    Context caller = Vertx.currentContext();
    return caller == null ? found : found.emitOn(task -> caller.runOnContext(_ -> task.run()));
  }

  /** Whether a key was ever made, whatever became of it since. */
  public Uni<Boolean> wasMade(KeyId id) {
    return pool.preparedQuery(MADE)
        .execute(Tuple.of(id.value()))
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(rows -> rows.size() > 0);
  }

  /** The key as the ledger has it now, whatever was read before. */
  Uni<Optional<KnownKey>> now(KeyId id) {
    return ask(id);
  }

  private Uni<Optional<KnownKey>> ask(KeyId id) {
    return pool.preparedQuery(SQL)
        .execute(Tuple.of(id.value()))
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(Keys::key);
  }

  private static Optional<KnownKey> key(RowSet<Row> rows) {
    List<KeyEvent> events = new ArrayList<>();
    Hash hash = null;
    for (Row row : rows) {
      hash = new Hash(row.getString("sha256"));
      if (EventCodec.CURRENT.decode(row.getString("type"), row.getString("data"))
          instanceof KeyEvent event) {
        events.add(event);
      }
    }
    return hash == null ? Optional.empty() : Optional.of(KnownKey.of(hash, events));
  }
}
