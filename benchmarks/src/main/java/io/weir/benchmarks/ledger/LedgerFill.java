package io.weir.benchmarks.ledger;

import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Writes events into the tables of a ledger, by COPY: a million takes a minute or two. Only for
 * ledgers that nobody uses meanwhile, and that hold no configuration yet.
 */
public final class LedgerFill {
  private static final String COPY =
      """
      copy ledger.event (position, stream, version, commit_start, commit_size, id, type, data, subjects,
        actor, authentication, reason, command_id, correlation, recorded_at, prev_hash, hash) from stdin\
      """;
  private static final int BUFFER = 1 << 20;

  private LedgerFill() {}

  /** What {@code events} and {@code apis} make of the ledger in a database, until about now. */
  static GeneratedLedger ledger(Connection database, long events, int apis) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select ledger_id, position, hash, recorded_at from ledger.ledger_head")) {
      row.next();
      Chain head =
          new Chain(
              row.getObject("ledger_id", UUID.class),
              row.getLong("position"),
              Hash.fromBytes(row.getBytes("hash")));
      OffsetDateTime last = row.getObject("recorded_at", OffsetDateTime.class);
      return GeneratedLedger.untilNow(head, last.toInstant(), events, apis);
    }
  }

  /**
   * Writes all of them and moves the head, in one transaction.
   *
   * @return how many there are
   */
  public static long write(Connection database, Iterator<Recorded> events)
      throws SQLException, IOException {
    database.setAutoCommit(false);
    Recorded last = null;
    try (var out = new PGCopyOutputStream(database.unwrap(PGConnection.class), COPY, BUFFER)) {
      while (events.hasNext()) {
        last = events.next();
        out.write(line(last).getBytes(StandardCharsets.UTF_8));
      }
    }
    if (last != null) {
      try (var head =
          database.prepareStatement(
              "update ledger.ledger_head set position = ?, hash = ?, recorded_at ="
                  + " ?::timestamptz")) {
        head.setLong(1, last.envelope().position());
        head.setBytes(2, last.hash().bytes());
        head.setString(3, last.envelope().recordedAt().toString());
        head.executeUpdate();
      }
    }
    database.commit();
    database.setAutoCommit(true);
    try (Statement statement = database.createStatement()) {
      statement.execute("analyze ledger.event");
    }
    return last == null ? 0 : last.envelope().position();
  }

  private static String line(Recorded recorded) {
    Envelope of = recorded.envelope();
    Authentication authentication = of.authentication();
    return String.join(
            "\t",
            Long.toString(of.position()),
            text(of.stream()),
            Long.toString(of.version()),
            Long.toString(of.commitStart()),
            Integer.toString(of.commitSize()),
            of.id().toString(),
            text(of.type()),
            text(recorded.data()),
            text(array(of.subjects())),
            text(of.actor()),
            text(authentication == null ? null : authentication.value()),
            text(of.reason()),
            of.commandId().toString(),
            text(of.correlation()),
            of.recordedAt().toString(),
            "\\\\x" + of.prevHash().hex(),
            "\\\\x" + recorded.hash().hex())
        + "\n";
  }

  private static String array(List<String> texts) {
    StringBuilder array = new StringBuilder("{");
    for (String text : texts) {
      array.append(array.length() == 1 ? "" : ",").append('"');
      array.append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    return array.append('}').toString();
  }

  private static String text(@Nullable String text) {
    return text == null
        ? "\\N"
        : text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }
}
