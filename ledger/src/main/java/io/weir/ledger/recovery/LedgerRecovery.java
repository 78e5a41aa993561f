package io.weir.ledger.recovery;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.Commit;
import io.weir.contracts.topic.CommitReader;
import io.weir.contracts.topic.Entry;
import io.weir.contracts.topic.TopicFault;
import io.weir.contracts.topic.TopicFaultException;
import io.weir.contracts.topic.TopicRecord;
import io.weir.ledger.CommandContext;
import io.weir.ledger.RecoveredEvents;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Appends to a database that was restored from an older backup what the topic still has: the very
 * events, proven by the chain, in one transaction that nobody can come between. Waits for
 * PostgreSQL and Kafka, not for Vert.x's own threads.
 */
public final class LedgerRecovery {
  private final DataSource database;
  private final TopicSource topic;

  public LedgerRecovery(DataSource database, TopicSource topic) {
    this.database = database;
    this.topic = topic;
  }

  /**
   * Puts back whole commands, all or nothing.
   *
   * @param to the last position that is put back at most; {@link Long#MAX_VALUE} for all
   * @param dryRun whether only to prove that it could be done
   * @param asked who asks, which is recorded with what is put back
   * @throws RecoveryRefusedException if the topic does not continue what the database has
   * @throws SQLException if PostgreSQL does not answer or refuses
   */
  public Recovery run(long to, boolean dryRun, CommandContext asked) throws SQLException {
    try (var again = RecoveredEvents.begin(database);
        var records = topic.open()) {
      long before = again.end().position();
      var walk = new Walk(again, records, to);
      walk.run();
      if (!dryRun) {
        again.askedBy(asked);
        again.commit();
      }
      Chain end = again.end();
      return new Recovery(
          end.ledgerId(), before, end.position(), walk.last, again.commands(), walk.left(), dryRun);
    }
  }

  /** The way along the topic, from where the database ends. */
  private static final class Walk {
    private final RecoveredEvents again;
    private final TopicSource.Records records;
    private final long to;
    private final Chain from;
    private @Nullable CommitReader reader;
    private long last;

    Walk(RecoveredEvents again, TopicSource.Records records, long to) {
      this.again = again;
      this.records = records;
      this.to = to;
      this.from = again.end();
    }

    void run() throws SQLException {
      List<TopicRecord> page = records.next(Math.max(0, from.position() - 1));
      while (!page.isEmpty()) {
        take(page);
        page = records.next(0);
      }
    }

    private void take(List<TopicRecord> page) throws SQLException {
      CommitReader known = reader;
      if (known == null) {
        compare(recorded(page.getFirst()));
        known = new CommitReader(begin(recorded(page.getFirst())));
        reader = known;
      }
      CommitReader.Read read = known.read(page);
      TopicFault fault = read.fault();
      if (fault != null) {
        throw RecoveryRefusedException.because(
            "the topic does not continue event %d, with which the database ends: %s"
                .formatted(from.position(), fault.sentence()),
            null);
      }
      last = Math.max(last, recorded(page.getLast()).envelope().position());
      List<Recorded> events = new ArrayList<>();
      for (Commit commit : read.commits()) {
        if (commit.position() <= to) {
          commit.entries().stream().map(Entry::recorded).forEach(events::add);
        }
      }
      again.add(events);
    }

    /** What both have must be the same. */
    private void compare(Recorded first) throws SQLException {
      var envelope = first.envelope();
      var common = new Chain(envelope.ledgerId(), envelope.position(), first.hash());
      if (common.position() <= from.position() && !again.holds(common)) {
        throw RecoveryRefusedException.because(
            "the topic does not continue event %d, with which the database ends: its event %d is"
                    .formatted(from.position(), common.position())
                + " another than the database's",
            null);
      }
    }

    /** A database without events takes the name of the ledger that the topic holds. */
    private Chain begin(Recorded first) throws SQLException {
      var ledgerId = first.envelope().ledgerId();
      if (from.position() == 0 && !from.ledgerId().equals(ledgerId)) {
        again.adopt(ledgerId);
      }
      return again.end();
    }

    private static Recorded recorded(TopicRecord record) {
      try {
        return record.recorded();
      } catch (TopicFaultException e) {
        throw RecoveryRefusedException.because(String.valueOf(e.getMessage()), e);
      }
    }

    @Nullable String left() {
      long end = again.end().position();
      if (last <= end) {
        return null;
      }
      long first = end + 1;
      return first > to || last > to
          ? "events %d to %d were not asked for".formatted(first, last)
          : "events %d to %d belong to a command whose last event is not in the topic"
              .formatted(first, last);
    }
  }
}
