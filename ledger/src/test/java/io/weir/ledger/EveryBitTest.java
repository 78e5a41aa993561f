package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testing.Backends;
import io.weir.transparency.verify.Finding;
import io.weir.transparency.verify.LedgerTables;
import io.weir.transparency.verify.Verification;
import io.weir.transparency.verify.Verifier;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each bit of each column of a small ledger, flipped by somebody who owns the database. */
@Tag("slow")
class EveryBitTest {
  private static final String TEXT_BYTES = "convert_to(%s, 'UTF8')";
  private static TestDatabase database;

  @BeforeAll
  static void twoEvents() throws SQLException {
    database = TestDatabase.create(Backends.start().postgres());
    try (var process = TestLedger.open(database)) {
      for (String name : new String[] {"a", "b"}) {
        process
            .ledger()
            .append(Commands.createVpc(name), Commands.CONTEXT, Commands.DONE)
            .await()
            .atMost(Duration.ofSeconds(30));
      }
    }
    // whoever owns the database removes what refuses such rows, too
    database.execute(
        """
        alter table ledger.event disable trigger event_only_grows;
        do $$ declare name text; begin
          for name in select conname from pg_constraint
            where conrelid = 'ledger.event'::regclass and contype = 'c'
          loop execute 'alter table ledger.event drop constraint ' || quote_ident(name); end loop;
        end $$;
        create table untouched as table ledger.event
        """);
  }

  /**
   * How a column is flipped: its bytes, and the column from bytes; null where PostgreSQL itself
   * knows a number's bits.
   */
  private static String flip(String column, String kind) {
    return switch (kind) {
      case "number" -> column + " # (1::bigint << ?)";
      case "bytes" -> "set_bit(%1$s, ?, 1 - get_bit(%1$s, ?))".formatted(column);
      case "text" ->
          "convert_from(set_bit(%1$s, ?, 1 - get_bit(%1$s, ?)), 'UTF8')"
              .formatted(TEXT_BYTES.formatted(column));
      case "first" ->
          "array[convert_from(set_bit(%1$s, ?, 1 - get_bit(%1$s, ?)), 'UTF8')]"
              .formatted(TEXT_BYTES.formatted(column + "[1]"));
      case "uuid" ->
          "encode(set_bit(%1$s, ?, 1 - get_bit(%1$s, ?)), 'hex')::uuid"
              .formatted("uuid_send(" + column + ")");
      default -> column + " + ((1::bigint << ?) || ' microseconds')::interval";
    };
  }

  private static int bits(Connection connection, String column, String kind, int position)
      throws SQLException {
    String bytes =
        switch (kind) {
          case "bytes" -> column;
          case "text" -> TEXT_BYTES.formatted(column);
          case "first" -> TEXT_BYTES.formatted(column + "[1]");
          case "uuid" -> "uuid_send(" + column + ")";
          default -> "int4send(0)"; // more than that a ledger of two events has no room for
        };
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select length(%s) * 8 from ledger.event where position = ?".formatted(bytes))) {
      statement.setInt(1, position);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getInt(1) - (kind.equals("number") ? 1 : 0);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "position, number",
    "stream, text",
    "version, number",
    "commit_start, number",
    "commit_size, number",
    "id, uuid",
    "type, text",
    "data, text",
    "subjects, first",
    "actor, text",
    "reason, text",
    "command_id, uuid",
    "correlation, text",
    "recorded_at, time",
    "prev_hash, bytes",
    "hash, bytes"
  })
  void aFlippedBitIsFoundAtItsEventUnlessTheDatabaseRefusesIt(String column, String kind)
      throws SQLException, IOException {
    try (Connection connection = database.connect();
        Connection reader = database.connect();
        var restore = connection.createStatement()) {
      int found = 0;
      for (int position = 1; position <= 2; position++) {
        int bits = bits(connection, column, kind, position);
        for (int bit = 0; bit < bits; bit++) {
          if (flipped(connection, column, kind, position, bit)) {
            Finding finding = verify(reader).finding();
            assertThat(finding).as("bit %d of %s of event %d", bit, column, position).isNotNull();
            assertThat(Objects.requireNonNull(finding).position())
                .as("bit %d of %s of event %d: %s", bit, column, position, finding)
                // a row of another position stands elsewhere, and is missed where it was
                .isBetween(column.equals("position") ? 1L : position, (long) position);
            found++;
            restore.execute("delete from ledger.event; insert into ledger.event table untouched");
          }
        }
      }
      assertThat(found).isPositive();
      assertThat(database.verify().intact()).isTrue();
    }
  }

  /** Thousands of times, so by one connection, which stays. */
  private static Verification verify(Connection reader) throws IOException {
    var kept =
        (Connection)
            Proxy.newProxyInstance(
                EveryBitTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) ->
                    method.getName().equals("close") ? null : method.invoke(reader, arguments));
    try (var tables = new LedgerTables(kept)) {
      return new Verifier(Map.of()).verify(tables, _ -> {});
    }
  }

  private static boolean flipped(
      Connection connection, String column, String kind, int position, int bit)
      throws SQLException {
    String flip = flip(column, kind);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update ledger.event set %s = %s where position = ?".formatted(column, flip))) {
      int marks = (int) flip.chars().filter(c -> c == '?').count();
      for (int i = 1; i <= marks; i++) {
        statement.setInt(i, bit);
      }
      statement.setInt(marks + 1, position);
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      // no UTF-8, no JSON, or taken: such a row cannot be
      assertThat(e.getSQLState()).startsWith("2");
      return false;
    }
  }
}
