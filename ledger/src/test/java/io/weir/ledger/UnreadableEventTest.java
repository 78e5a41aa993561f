package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import io.weir.testing.Backends;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What another version of Weir, or somebody with the database's password, has recorded. */
@Tag("slow")
class UnreadableEventTest {
  private static final Duration WAIT = Duration.ofSeconds(60);

  private TestDatabase database;
  private TestLedger process;

  @BeforeEach
  void open() {
    database = TestDatabase.create(Backends.start().postgres());
    process = TestLedger.open(database);
    append();
  }

  @AfterEach
  void close() {
    process.close();
  }

  private void append() {
    process
        .ledger()
        .append(Commands.createVpc(Commands.name()), Commands.CONTEXT, Commands.DONE)
        .await()
        .atMost(WAIT);
  }

  private void record(String type, String data, Function<Recorded, Recorded> change)
      throws Exception {
    StoredEvents events = process.events();
    Chain head = events.head();
    Recorded last = database.events().getLast();
    Envelope of = last.envelope();
    var envelope =
        new Envelope(
            of.ledgerId(),
            of.position() + 1,
            "quota/quota-4n5bfklc",
            1,
            of.position() + 1,
            1,
            UUID.randomUUID(),
            type,
            of.subjects(),
            "newer",
            of.authentication(),
            null,
            UUID.randomUUID(),
            of.correlation(),
            of.recordedAt(),
            head.hash());
    Recorded next = change.apply(Recorded.of(envelope, data));
    try (var connection = database.connect();
        var statement = connection.prepareStatement(LedgerSession.RECORD_AGAIN)) {
      statement.setString(1, Rows.events(List.of(next)));
      statement.setString(2, "[]");
      statement.setLong(3, next.envelope().position());
      statement.setString(4, next.hash().hex());
      statement.setString(5, next.envelope().recordedAt().toString());
      statement.executeUpdate();
    }
  }

  private void assertRefused(String sentence) {
    assertThatThrownBy(() -> process.ledger().image().await().atMost(WAIT))
        .isInstanceOf(LedgerUnreadableException.class)
        .hasMessage(sentence);
    assertThatThrownBy(this::append)
        .isInstanceOf(LedgerUnreadableException.class)
        .hasMessage(sentence);
    assertThat(process.ledger().unreadable()).hasMessage(sentence);
    assertThat(process.ledger().rewound()).isNull();
    try (var started = TestLedger.open(database)) {
      assertThatThrownBy(() -> started.ledger().image().await().atMost(WAIT))
          .isInstanceOf(LedgerUnreadableException.class)
          .hasMessage(sentence);
    }
  }

  @Test
  void ofATypeThatIsNotKnown() throws Exception {
    record("quota.created.v1", "{\"limit\":5}", Function.identity());
    assertRefused(
        "event 2 (quota.created.v1 by newer) cannot be read: this version of Weir knows no event"
            + " type quota.created.v1");
  }

  @Test
  void ofAKnownTypeWithDataThatIsNotKnown() throws Exception {
    record("vpc.created.v1", "{\"id\":{}}", Function.identity());
    assertThatThrownBy(() -> process.ledger().image().await().atMost(WAIT))
        .isInstanceOf(LedgerUnreadableException.class)
        .hasMessageStartingWith("event 2 (vpc.created.v1 by newer) cannot be read: ");
    assertThatThrownBy(this::append).isInstanceOf(LedgerUnreadableException.class);
  }

  @Test
  void thatDoesNotFitWhatIsThere() throws Exception {
    record("vpc.deleted.v1", "{\"id\":\"vpc-00000000\"}", Function.identity());
    assertThatThrownBy(() -> process.ledger().image().await().atMost(WAIT))
        .isInstanceOf(LedgerUnreadableException.class)
        .hasMessageStartingWith("event 2 (vpc.deleted.v1 by newer) cannot be applied: ");
  }

  @Test
  void thatIsNotWhatWasRecorded() throws Exception {
    record(
        "vpc.deleted.v1",
        "{\"id\":\"vpc-00000000\"}",
        event -> new Recorded(event.envelope(), "{\"id\":\"vpc-00000001\"}", event.hash()));
    assertRefused(
        "event 2 (vpc.deleted.v1 by newer, unverified) does not match its hash: it was altered");
  }

  @Test
  void whatWasBeforeItCanStillBeLookedAt() throws Exception {
    record("quota.created.v1", "{\"limit\":5}", Function.identity());
    Moment before = process.ledger().moment(1).await().atMost(WAIT);
    assertThat(process.ledger().image(before).await().atMost(WAIT).vpcs()).hasSize(1);
  }
}
