package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.ImageHash;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.ledger.recovery.LedgerRecovery;
import io.weir.ledger.recovery.Recovery;
import io.weir.ledger.recovery.RecoveryRefusedException;
import io.weir.ledger.recovery.TopicSource;
import io.weir.ledger.relay.LedgerRelay;
import io.weir.ledger.relay.RelayOptions;
import io.weir.ledger.relay.TopicWatch;
import io.weir.testing.Backends;
import io.weir.testing.event.EventMother;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database that was restored from an older backup: everybody refuses, until it is recovered. */
@Tag("slow")
class RestoredDatabaseTest {
  private static final Duration WAIT = Duration.ofSeconds(60);
  private static Backends backends;

  private final List<AutoCloseable> open = new ArrayList<>();
  private TestDatabase database;
  private String topic;
  private TestLedger writer;
  private LedgerRelay relay;

  @BeforeAll
  static void start() {
    backends = Backends.exclusive();
  }

  @AfterAll
  static void stop() {
    backends.close();
  }

  @BeforeEach
  void aServiceThatCopies() {
    topic = "ledger-" + UUID.randomUUID();
    database = TestDatabase.create(backends.postgres());
    writer = process();
    relay = relay();
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  /** A process that is told by the topic, as every service is. */
  private TestLedger process() {
    return process(new KnownEnd());
  }

  private TestLedger process(KnownEnd known) {
    var process = TestLedger.open(database, known);
    open.add(process);
    var watch = new TopicWatch(options(), process.events(), known);
    open.add(watch);
    watch.start();
    return process;
  }

  private LedgerRelay relay() {
    var copying = new LedgerRelay(database.source(), writer.events(), options());
    open.add(copying);
    copying.start();
    return copying;
  }

  private RelayOptions options() {
    return RelayOptions.of(backends.kafka().bootstrapServers(), topic, 1);
  }

  private static Outcome append(TestLedger process, Command command) {
    return append(process, command, Commands.CONTEXT);
  }

  private static Outcome append(TestLedger process, Command command, CommandContext context) {
    return process.ledger().append(command, context, Commands.DONE).await().atMost(WAIT);
  }

  private static GatewayImage image(TestLedger process) {
    return process.ledger().image().await().atMost(WAIT);
  }

  private long write(int commands) {
    for (int i = 0; i < commands; i++) {
      var vpc = EventMother.vpc(Commands.name());
      var upstream = EventMother.upstream(Commands.name(), vpc.id(), EventMother.node(80, 1));
      append(writer, Commands.record(vpc, upstream));
    }
    long head = image(writer).position();
    await().atMost(WAIT).until(() -> relay.status().published() == head);
    return head;
  }

  private void backUp() throws SQLException {
    database.execute(
        """
        drop schema if exists backup cascade; create schema backup;
        create table backup.event as table ledger.event;
        create table backup.command as table ledger.command;
        create table backup.ledger_head as table ledger.ledger_head;
        create table backup.relay as table ledger.relay\
        """);
  }

  private void restore() throws SQLException {
    database.execute(
        """
        begin; alter table ledger.event disable trigger event_only_grows;
        truncate ledger.event; insert into ledger.event table backup.event;
        delete from ledger.command; insert into ledger.command table backup.command;
        delete from ledger.ledger_head; insert into ledger.ledger_head table backup.ledger_head;
        delete from ledger.relay; insert into ledger.relay table backup.relay;
        alter table ledger.event enable trigger event_only_grows; commit\
        """);
  }

  private Recovery recover(boolean dryRun) throws SQLException {
    return recover(Long.MAX_VALUE, dryRun);
  }

  private Recovery recover(long to, boolean dryRun) throws SQLException {
    var source =
        new TopicSource(backends.kafka().bootstrapServers(), topic, Duration.ofSeconds(10));
    return new LedgerRecovery(database.source(), source).run(to, dryRun, Commands.CONTEXT);
  }

  /** Both positions are named as soon as the end of the topic was looked at. */
  private static void refuses(TestLedger process, long stored, long recorded) {
    await().atMost(WAIT).untilAsserted(() -> refusesNow(process, stored, recorded));
  }

  private static void refusesNow(TestLedger process, long stored, long recorded) {
    assertThatThrownBy(() -> append(process, Commands.createVpc(Commands.name())))
        .isInstanceOfSatisfying(
            LedgerRewoundException.class,
            e -> {
              assertThat(e.stored()).isEqualTo(stored);
              assertThat(e.recorded()).isEqualTo(recorded);
            })
        .hasMessageContaining(
            "the ledger's database ends with event %d, but event %d was recorded",
            stored, recorded);
    assertThatThrownBy(() -> image(process)).isInstanceOf(LedgerRewoundException.class);
    assertThat(process.ledger().rewound()).isNotNull();
  }

  @Test
  void everyPartRefusesAndSaysWhyUntilTheTopicHasGivenBackWhatIsMissing() throws Exception {
    write(3);
    backUp();
    var key = Commands.keyed(Commands.name(), "the request");
    append(writer, Commands.createVpc(Commands.name()), key);
    write(3);
    long before = image(writer).position();
    ImageHash hash = ImageHash.of(image(writer));
    List<Recorded> events = database.events();

    restore();

    refuses(writer, 6, before);
    TestLedger started = process();
    refuses(started, 6, before);
    await()
        .atMost(WAIT)
        .untilAsserted(
            () ->
                assertThat(relay.status().lastError())
                    .isEqualTo(
                        "the ledger has been rewound: its database ends with event 6, but event %d"
                            + " is in the topic",
                        before));
    assertThat(database.number("select position from ledger.ledger_head")).isEqualTo(6);

    assertThat(recover(true))
        .isEqualTo(
            new Recovery(
                events.getFirst().envelope().ledgerId(), 6, before, before, 4, null, true));
    assertThat(database.events()).hasSize(6);
    refuses(started, 6, before);

    assertThat(recover(false).events()).isEqualTo(before - 6);

    assertThat(database.events()).isEqualTo(events);
    assertThat(database.verify().finding()).isNull();
    assertThat(ImageHash.of(image(writer))).isEqualTo(hash);
    assertThat(ImageHash.of(image(started))).isEqualTo(hash);
    assertThat(started.ledger().rewound()).isNull();
    append(started, Commands.createVpc(Commands.name()));
    long end = write(1);
    assertThat(relay.status().lastError()).isNull();
    assertThat(TopicReader.applied(TopicReader.read(backends.kafka(), topic)))
        .isEqualTo(database.events());
    assertThat(end).isEqualTo(before + 3);
    assertThat(recover(false).events()).isZero();
  }

  /** The process has not read the events that are gone, so that it cannot miss them itself. */
  @Test
  void aProcessThatHasNotReadSoFarIsToldByTheTopic() throws Exception {
    var known = new KnownEnd();
    TestLedger behind = process(known);
    write(2);
    image(behind);
    backUp();
    long before = write(2);
    // it looks at the topic once a second: what is lost sooner than that nobody has told it
    await()
        .atMost(WAIT)
        .until(
            () -> {
              Chain end = known.needed().end();
              return end != null && end.position() == before;
            });
    restore();

    refuses(behind, 4, before);
    assertThat(database.number("select position from ledger.ledger_head")).isEqualTo(4);
  }

  @Test
  void aDatabaseThatWasWrittenAfterItWasRestoredIsAnotherHistoryForEver() throws Exception {
    write(2);
    backUp();
    write(2);
    restore();
    try (var alone = TestLedger.open(database)) {
      append(alone, Commands.createVpc("fork_1"));
      append(alone, Commands.createVpc("fork_2"));
      append(alone, Commands.createVpc("fork_3"));
      append(alone, Commands.createVpc("fork_4"));
      append(alone, Commands.createVpc("fork_5"));
    }

    assertThatThrownBy(() -> image(writer))
        .isInstanceOf(LedgerRewoundException.class)
        .hasMessageContaining("another history");
    TestLedger started = process();
    assertThatThrownBy(() -> append(started, Commands.createVpc("fork_6")))
        .isInstanceOf(LedgerRewoundException.class)
        .hasMessageContaining("another history");
    assertThatThrownBy(() -> recover(false))
        .isInstanceOf(RecoveryRefusedException.class)
        .hasMessage(
            "the topic does not continue event 9, with which the database ends: its event 8 is"
                + " another than the database's");
  }

  @Test
  void whatTheRestoredDatabaseLostOfACommandIsSaid() throws Exception {
    write(1);
    backUp();
    var key = Commands.keyed(Commands.name(), "the request");
    Command command = Commands.createVpc("kept");
    append(writer, command, key);
    write(1);
    restore();
    recover(true);
    recover(false);

    assertThat(
            database.texts(
                "select concat_ws('|', outcome, actor, authentication, reason, source_address,"
                    + " position) from ledger.command where name = 'recover-ledger'"))
        .containsExactly("committed|tester|none|a reason|192.0.2.1|5");
    assertThat(
            database.texts(
                "select concat_ws('|', name, outcome, actor, reason, source_address,"
                    + " idempotency_key, first_position, last_position) from ledger.command where"
                    + " position = 3"))
        .containsExactly("recovered|committed|tester|a reason|3|3");
    // the key is forgotten: the same request is decided anew, and refused, because its name is
    // taken
    assertThat(append(writer, Commands.createVpc("kept"), key)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aTopicThatLostEventsOfItsOwnIsRefusedAtThePlace() throws Exception {
    write(1);
    backUp();
    write(3);
    try (var admin = backends.kafka().admin()) {
      var partition = new TopicPartition(topic, 0);
      admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(4))).all().get();
    }
    restore();

    assertThatThrownBy(() -> recover(false))
        .isInstanceOf(RecoveryRefusedException.class)
        .hasMessageContaining("the topic does not continue event 2")
        .hasMessageContaining("event 5 (vpc.created.v1 by tester")
        .hasMessageContaining("follows event 2: the events between are missing");
    assertThat(database.events()).hasSize(2);
  }

  @Test
  void anEmptyDatabaseBecomesTheLedgerThatTheTopicHolds() throws Exception {
    write(2);
    List<Recorded> events = database.events();
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
    open.clear();
    database = TestDatabase.create(backends.postgres());
    writer = process();
    assertThatThrownBy(() -> image(writer))
        .isInstanceOf(LedgerRewoundException.class)
        .hasMessageContaining("another history");

    assertThat(recover(false).events()).isEqualTo(4);

    assertThat(database.events()).isEqualTo(events);
    assertThat(database.verify().finding()).isNull();
    await().atMost(WAIT).untilAsserted(() -> assertThat(image(writer).position()).isEqualTo(4));
  }

  @Test
  void lessThanAllIsPutBackWhenLessIsAskedFor() throws Exception {
    write(1);
    backUp();
    write(3);
    restore();

    Recovery recovery = recover(5, false);

    assertThat(recovery.after()).isEqualTo(4);
    assertThat(recovery.left()).isEqualTo("events 5 to 8 were not asked for");
    refuses(writer, 4, 8);
  }

  @Test
  void aTopicThatIsNotThereIsSaid() {
    topic = "no-such-topic";
    var source = new TopicSource(backends.kafka().bootstrapServers(), topic, Duration.ofSeconds(1));
    assertThatThrownBy(
            () -> new LedgerRecovery(database.source(), source).run(9, true, Commands.CONTEXT))
        .isInstanceOf(RecoveryRefusedException.class)
        .hasMessageStartingWith("topic no-such-topic cannot be read from ");
  }
}
