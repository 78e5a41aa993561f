package io.weir.ledger;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.KeyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The statements of the ledger, on one database session; to be used on that session's thread. */
final class LedgerSession {
  /**
   * Sets the patience of this transaction on the way, rows are locked after they are found. In
   * Hibernate's own language: it makes a plan of a native query anew each time it is asked for.
   */
  private static final String LOCK_HEAD =
      "from HeadRow where set_config('lock_timeout', :timeout, true) is not null";

  private static final String INSERT_EVENTS =
      """
      insert into ledger.event
      select position, stream, version, commit_start, commit_size, id, type, data, subjects, actor, reason,
        command_id, correlation, recorded_at, decode(prev_hash, 'hex'), decode(hash, 'hex'), authentication
      from json_to_recordset(cast(cast(:events as text) as json)) as e(
        position bigint, stream text, version bigint, commit_start bigint, commit_size integer, id uuid,
        type text, data text, subjects text[], actor text, reason text, command_id uuid, correlation text,
        recorded_at timestamptz, prev_hash text, hash text, authentication text)\
      """;

  private static final String INSERT_COMMANDS =
      """
      insert into ledger.command
      select id, name, outcome, code, refusals, actor, reason, source_address, correlation, scope,
        idempotency_key, decode(request_hash, 'hex'), position, first_position, last_position, answer, at,
        authentication, operation
      from json_to_recordset(cast(cast(:commands as text) as json)) as c(
        id uuid, name text, outcome text, code text, refusals text, actor text, reason text,
        source_address text, correlation text, scope text, idempotency_key text, request_hash text,
        position bigint, first_position bigint, last_position bigint, answer text, at timestamptz,
        operation text, authentication text)\
      """;

  private static final String MOVE_HEAD =
      """
      update ledger.ledger_head
      set position = :position, hash = decode(:hash, 'hex'), recorded_at = cast(cast(:now as text) as timestamptz)\
      """;

  private static final String INSERT_SECRETS =
      """
      insert into ledger.api_key_secret (key_id, sha256)
      select key_id, decode(sha256, 'hex')
      from json_to_recordset(cast(cast(:secrets as text) as json)) as s(key_id text, sha256 text)\
      """;

  private static final String INSERT_AND_MOVE =
      "with events as (%s), commands as (%s) %s"
          .formatted(INSERT_EVENTS, INSERT_COMMANDS, MOVE_HEAD);

  /**
   * The same for what was recorded before, in JDBC's words; of a command that is still there
   * nothing changes.
   */
  static final String RECORD_AGAIN =
      INSERT_AND_MOVE
          .replace(INSERT_COMMANDS, INSERT_COMMANDS + " on conflict (id) do nothing")
          .replaceAll(":(events|commands|position|hash|now)\\b", "?");

  /**
   * Times never fall with the position, so halving finds the last event before one by the primary
   * key alone.
   */
  private static final String POSITION_AT =
      """
      with recursive search(lo, hi) as (
        select cast(0 as bigint), position from ledger.ledger_head
        union all
        select case when early then mid else lo end, case when early then hi else mid - 1 end
        from (
          select s.lo, s.hi, e.position as mid, e.recorded_at <= cast(cast(:time as text) as timestamptz) as early
          from search s join ledger.event e on e.position = (s.lo + s.hi + 1) / 2
          where s.lo < s.hi
        ) halved
      )
      select lo from search where lo = hi\
      """;

  /**
   * The first end of a command that is far enough from an image, and has as much between as the
   * image is large. A row takes about 400 bytes besides its data, and a command ends within some
   * events.
   */
  private static final String IMAGE_DUE =
      """
      with asked as (
        select cast(:last as bigint) as last, cast(:every as bigint) as every
      ), before as (
        select last, last + every as earliest,
          coalesce((select octet_length(content) + octet_length(streams)
            from ledger.image where position = last), 0) as size
        from asked
      )
      select coalesce(min(e.position), 0)
      from before b, lateral (
        select position, position = commit_start + commit_size - 1 as ends,
          sum(octet_length(data) + 400) over (order by position) as weight
        from ledger.event where position > b.last and position <= b.earliest + b.size / 400 + 10000
      ) e
      where e.ends and e.position >= b.earliest and e.weight >= b.size\
      """;

  private static final String DROP_FOREIGN_IMAGES =
      """
      delete from ledger.image i
      where not exists (select from ledger.event e where e.position = i.position and e.hash = i.hash)\
      """;

  private static final String INSERT_IMAGE =
      """
      insert into ledger.image (position, hash, content, streams)
      values (:position, :hash, :content, :streams) on conflict (position) do nothing\
      """;

  /** Ends the connection from within: neither Hibernate nor the pool offers to close one. */
  private static final String END = "select pg_terminate_backend(pg_backend_pid())";

  private final Mutiny.StatelessSession session;

  LedgerSession(Mutiny.StatelessSession session) {
    this.session = session;
  }

  /** The head as it is, whoever is about to move it. */
  Uni<Chain> head() {
    return session
        .createSelectionQuery("from HeadRow", HeadRow.class)
        .getSingleResult()
        .map(HeadRow::chain);
  }

  /** The head, locked until the transaction ends: from here on this transaction is alone. */
  Uni<Head> lockHead(Duration timeout) {
    return session
        .createSelectionQuery(LOCK_HEAD, HeadRow.class)
        .setLockMode(LockMode.PESSIMISTIC_WRITE)
        .setParameter("timeout", timeout.toMillis() + "ms")
        .getSingleResult()
        .map(HeadRow::head);
  }

  /** At most {@code limit} events after a position, in order. */
  Uni<List<Recorded>> eventsAfter(Chain chain, int limit) {
    return session
        .createSelectionQuery(
            "from EventRow where position > :position order by position", EventRow.class)
        .setParameter("position", chain.position())
        .setMaxResults(limit)
        .getResultList()
        .map(rows -> rows.stream().map(row -> row.recorded(chain.ledgerId())).toList());
  }

  /** Whether there is an event with this hash at this position. */
  Uni<Boolean> holds(Chain chain) {
    return session
        .createSelectionQuery("select hash from EventRow where position = :position", byte[].class)
        .setParameter("position", chain.position())
        .getSingleResultOrNull()
        .map(hash -> hash != null && Hash.fromBytes(hash).equals(chain.hash()));
  }

  /** One event, if the ledger has got that far. */
  Uni<Optional<Recorded>> event(UUID ledgerId, long position) {
    return session
        .createSelectionQuery("from EventRow where position = :position", EventRow.class)
        .setParameter("position", position)
        .getSingleResultOrNull()
        .map(row -> Optional.ofNullable(row).map(found -> found.recorded(ledgerId)));
  }

  /** The position of the last event recorded by then, 0 if there is none. */
  Uni<Long> positionAt(Instant time) {
    return session
        .createNativeQuery(POSITION_AT, Long.class)
        .setParameter("time", time.toString())
        .getSingleResult();
  }

  /** The database's own time. */
  Uni<Instant> now() {
    return session.createNativeQuery("select clock_timestamp()", Instant.class).getSingleResult();
  }

  /** The position of the newest image that is not after another, 0 if there is none. */
  Uni<Long> imageBefore(long position) {
    return session
        .createSelectionQuery(
            "select coalesce(max(position), 0L) from ImageRow where position <= :position",
            Long.class)
        .setParameter("position", position)
        .getSingleResult();
  }

  /** The newest image that is not after a position, or null. */
  Uni<@Nullable StoredImage> image(long position) {
    return session
        .createSelectionQuery(
            "from ImageRow where position <= :position order by position desc", ImageRow.class)
        .setParameter("position", position)
        .setMaxResults(1)
        .getSingleResultOrNull()
        .map(row -> row == null ? null : row.stored());
  }

  /** Where the image after one is due, 0 if it is not yet. */
  Uni<Long> imageDue(long last, long every) {
    return session
        .createNativeQuery(IMAGE_DUE, Long.class)
        .setParameter("last", last)
        .setParameter("every", every)
        .getSingleResult();
  }

  /** Keeps an image; who makes the same one at the same time makes no difference. */
  Uni<Void> insert(StoredImage image) {
    return session
        .createNativeQuery(INSERT_IMAGE)
        .setParameter("position", image.position())
        .setParameter("hash", image.hash().bytes())
        .setParameter("content", image.content())
        .setParameter("streams", image.streams())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Deletes the images of another history. */
  Uni<Void> dropForeignImages() {
    return session.createNativeQuery(DROP_FOREIGN_IMAGES).executeUpdate().replaceWithVoid();
  }

  /** What is recorded about keys; those nobody has used are absent, some not asked for may not. */
  Uni<Map<StoredAnswer.Key, StoredAnswer>> answers(Collection<StoredAnswer.Key> keys) {
    return session
        .createSelectionQuery(
            "from CommandRow where outcome = 'committed' and scope in :scopes and idempotencyKey in"
                + " :keys",
            CommandRow.class)
        .setParameter("scopes", keys.stream().map(StoredAnswer.Key::scope).distinct().toList())
        .setParameter("keys", keys.stream().map(StoredAnswer.Key::key).distinct().toList())
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .collect(Collectors.toMap(CommandRow::storedKey, CommandRow::storedAnswer)));
  }

  /** Writes a batch; the head must be locked and where the batch started from. */
  Uni<Void> write(Batch batch) {
    if (batch.commands().isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    String commands = Rows.commands(batch.commands(), batch.now());
    if (batch.events().isEmpty()) {
      return session
          .createNativeQuery(INSERT_COMMANDS)
          .setParameter("commands", commands)
          .executeUpdate()
          .replaceWithVoid();
    }
    return secrets(batch.secrets()).chain(() -> append(batch, commands));
  }

  private Uni<Void> append(Batch batch, String commands) {
    Recorded last = batch.events().getLast();
    return session
        .createNativeQuery(INSERT_AND_MOVE)
        .setParameter("events", Rows.events(batch.events()))
        .setParameter("commands", commands)
        .setParameter("position", last.envelope().position())
        .setParameter("hash", last.hash().hex())
        .setParameter("now", last.envelope().recordedAt().toString())
        .executeUpdate()
        .replaceWithVoid();
  }

  private Uni<Void> secrets(Map<KeyId, Hash> secrets) {
    return secrets.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(INSERT_SECRETS)
            .setParameter("secrets", Rows.secrets(secrets))
            .executeUpdate()
            .replaceWithVoid();
  }

  /** How many of these commands are recorded. */
  Uni<Long> countCommands(Collection<UUID> ids) {
    return session
        .createSelectionQuery("select count(*) from CommandRow where id in :ids", Long.class)
        .setParameter("ids", ids)
        .getSingleResult();
  }

  /** Ends the connection, which the pool then replaces; never fails. */
  Uni<Void> end() {
    return session
        .createNativeQuery(END, Boolean.class)
        .getSingleResult()
        .replaceWithVoid()
        .onFailure()
        .recoverWithNull();
  }
}
