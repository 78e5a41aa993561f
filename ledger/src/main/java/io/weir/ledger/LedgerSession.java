package io.weir.ledger;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The statements of the ledger, on one database session; to be used on that session's thread. */
final class LedgerSession {
  private static final String HEAD_COLUMNS =
      """
      select cast(ledger_id as text), position, encode(hash, 'hex'),
        cast(extract(epoch from greatest(clock_timestamp(), recorded_at)) * 1000000 as bigint)
      """;

  private static final String HEAD = HEAD_COLUMNS + "from ledger.ledger_head";

  /** Sets the patience of this transaction on the way: rows are locked after they are joined. */
  private static final String LOCK_HEAD =
      "with patience as materialized (select set_config('lock_timeout', :timeout, true)) "
          + HEAD_COLUMNS
          + "from patience, ledger.ledger_head for update of ledger_head";

  private static final String ANSWERS =
      """
      select c.scope, c.idempotency_key, encode(c.request_hash, 'hex'), c.answer, c.position
      from json_to_recordset(cast(cast(:keys as text) as json)) as k(scope text, key text)
      join ledger.command c
        on c.scope = k.scope and c.idempotency_key = k.key and c.outcome = 'committed'""";

  private static final String INSERT_EVENTS =
      """
      insert into ledger.event
      select position, stream, version, commit_start, commit_size, id, type, data, subjects, actor, reason,
        command_id, correlation, recorded_at, decode(prev_hash, 'hex'), decode(hash, 'hex')
      from json_to_recordset(cast(cast(:events as text) as json)) as e(
        position bigint, stream text, version bigint, commit_start bigint, commit_size integer, id uuid,
        type text, data text, subjects text[], actor text, reason text, command_id uuid, correlation text,
        recorded_at timestamptz, prev_hash text, hash text)""";

  private static final String INSERT_COMMANDS =
      """
      insert into ledger.command
      select id, name, outcome, code, refusals, actor, reason, source_address, correlation, scope,
        idempotency_key, decode(request_hash, 'hex'), position, first_position, last_position, answer, at
      from json_to_recordset(cast(cast(:commands as text) as json)) as c(
        id uuid, name text, outcome text, code text, refusals text, actor text, reason text,
        source_address text, correlation text, scope text, idempotency_key text, request_hash text,
        position bigint, first_position bigint, last_position bigint, answer text, at timestamptz)""";

  private static final String MOVE_HEAD =
      """
      update ledger.ledger_head
      set position = :position, hash = decode(:hash, 'hex'), recorded_at = cast(cast(:now as text) as timestamptz)""";

  private static final String INSERT_AND_MOVE =
      "with events as (%s), commands as (%s) %s"
          .formatted(INSERT_EVENTS, INSERT_COMMANDS, MOVE_HEAD);

  private static final String COUNT_COMMANDS =
      """
      select count(*) from ledger.command where id = any(
        select cast(value as uuid) from json_array_elements_text(cast(cast(:ids as text) as json)))""";

  private final Mutiny.StatelessSession session;

  LedgerSession(Mutiny.StatelessSession session) {
    this.session = session;
  }

  /** The head as it is, whoever is about to move it. */
  Uni<Head> head() {
    return session
        .createNativeQuery(HEAD, Object[].class)
        .getSingleResult()
        .map(LedgerSession::head);
  }

  /** The head, locked until the transaction ends: from here on this transaction is alone. */
  Uni<Head> lockHead(Duration timeout) {
    return session
        .createNativeQuery(LOCK_HEAD, Object[].class)
        .setParameter("timeout", timeout.toMillis() + "ms")
        .getSingleResult()
        .map(LedgerSession::head);
  }

  private static Head head(Object[] row) {
    var chain =
        new Chain(
            UUID.fromString((String) row[0]),
            ((Number) row[1]).longValue(),
            new Hash((String) row[2]));
    return new Head(chain, Instant.EPOCH.plus(((Number) row[3]).longValue(), ChronoUnit.MICROS));
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

  /** What is recorded about keys; those nobody has used are absent. */
  Uni<Map<StoredAnswer.Key, StoredAnswer>> answers(Collection<StoredAnswer.Key> keys) {
    return session
        .createNativeQuery(ANSWERS, Object[].class)
        .setParameter("keys", Rows.keys(keys))
        .getResultList()
        .map(
            rows -> {
              Map<StoredAnswer.Key, StoredAnswer> answers = new HashMap<>();
              for (Object[] row : rows) {
                answers.put(
                    new StoredAnswer.Key((String) row[0], (String) row[1]),
                    new StoredAnswer(
                        new Hash((String) row[2]),
                        Rows.answer((String) row[3]),
                        ((Number) row[4]).longValue()));
              }
              return answers;
            });
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

  /** How many of these commands are recorded. */
  Uni<Long> countCommands(Collection<UUID> ids) {
    return session
        .createNativeQuery(COUNT_COMMANDS, Object.class)
        .setParameter("ids", Rows.ids(ids))
        .getSingleResult()
        .map(count -> ((Number) count).longValue());
  }
}
