package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.testing.Backends;
import io.weir.testing.event.EventMother;
import io.weir.transparency.verify.Finding;
import io.weir.transparency.verify.Verification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to those who change the past. */
@Tag("slow")
class LedgerVerifierTest {
  private static TestDatabase database;

  @BeforeAll
  static void fourEvents() throws SQLException {
    database = TestDatabase.create(Backends.start().postgres());
    try (var process = TestLedger.open(database)) {
      append(process.ledger(), Commands.createVpc("a"));
      append(process.ledger(), Commands.createVpc("b"));
      var vpc = EventMother.vpc("c");
      append(
          process.ledger(),
          Commands.record(vpc, EventMother.upstream("u", vpc.id(), EventMother.node(80, 1))));
    }
    database.execute("create table untouched as table ledger.event");
  }

  @AfterEach
  void restore() throws SQLException {
    tamper("truncate ledger.event; insert into ledger.event table untouched");
    database.execute("alter table ledger.event enable trigger event_only_grows");
  }

  private static void append(Ledger ledger, Command command) {
    ledger.append(command, Commands.CONTEXT, Commands.DONE).await().atMost(Duration.ofSeconds(30));
  }

  private Verification verify() {
    return database.verify();
  }

  private Finding finding() {
    return Objects.requireNonNull(verify().finding());
  }

  /** What only someone who may change the table's definition can do. */
  private void tamper(String sql) throws SQLException {
    database.execute("alter table ledger.event disable trigger event_only_grows; " + sql);
  }

  @Test
  void anUntouchedLedgerIsIntactToItsHead() throws SQLException {
    assertThat(verify().finding()).isNull();
    assertThat(verify().position()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger.event set actor = 'somebody else' where position = 2",
        "delete from ledger.event where position = 2",
        "truncate ledger.event",
        "delete from ledger.event where position > 1000"
      })
  void theDatabaseRefusesToChangeOrRemoveEvents(String sql) throws SQLException {
    assertThatThrownBy(() -> database.execute(sql))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("the ledger only grows");
    assertThat(verify().intact()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger.event set actor = 'somebody else' where position = 3",
        "update ledger.event set reason = null where position = 3",
        "update ledger.event set data = replace(data, '\"', ' \"') where position = 3",
        "update ledger.event set recorded_at = recorded_at + interval '1 microsecond' where"
            + " position = 3",
        "update ledger.event set subjects = subjects || array['vpc-00000000'] where position = 3",
        "update ledger.event set command_id = gen_random_uuid() where position = 3",
        "update ledger.event set version = 7 where position = 3",
        "update ledger.event set hash = sha256('') where position = 3",
        "update ledger.event set prev_hash = sha256('') where position = 3",
        "delete from ledger.event where position = 3",
      })
  void aChangeInThePastIsFoundAtItsPosition(String sql) throws SQLException {
    tamper(sql);

    assertThat(finding().position()).isEqualTo(3);
  }

  @Test
  void aTruncatedLedgerDoesNotFitItsHead() throws SQLException {
    tamper("delete from ledger.event where position > 2");

    assertThat(finding().position()).isEqualTo(3);
    assertThat(finding().what()).contains("head");
  }

  @Test
  void anEventBehindTheHeadIsFound() throws SQLException {
    tamper(
        """
        insert into ledger.event select 5, stream, 9, 5, 1, gen_random_uuid(), type, data, subjects, actor,
          reason, command_id, correlation, recorded_at, hash, hash from ledger.event where position = 4
        """);

    assertThat(finding().position()).isEqualTo(5);
  }

  @Test
  void aProcessThatReadsAlteredHistoryStopsBeforeIt() throws SQLException {
    tamper("update ledger.event set actor = 'somebody else' where position = 3");

    try (var process = TestLedger.open(database)) {
      assertThatThrownBy(() -> append(process.ledger(), Commands.createVpc("d")))
          .hasMessage(
              "event 3 (vpc.created.v1 by somebody else, unverified) does not match its hash: it was"
                  + " altered");
    }
  }
}
