package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.contracts.log.Recorded;
import io.weir.ledger.relay.LedgerRelay;
import io.weir.ledger.relay.RelayOptions;
import io.weir.ledger.relay.RelayStatus;
import io.weir.ledger.relay.RelayStatus.State;
import io.weir.testing.Backends;
import io.weir.testing.Kafka;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The way from the ledger to its topic, over outages of either end. */
@Tag("slow")
class LedgerRelayTest {
  private static final Duration WAIT = Duration.ofSeconds(60);
  private static Backends backends;
  private static TestDatabase database;
  private static TestLedger process;

  private final List<LedgerRelay> relays = new ArrayList<>();
  private String topic;

  @BeforeAll
  static void open() {
    backends = Backends.exclusive();
    database = TestDatabase.create(backends.postgres());
    process = TestLedger.open(database);
  }

  @AfterAll
  static void close() {
    process.close();
    backends.close();
  }

  @BeforeEach
  void newTopic() {
    topic = "ledger-" + UUID.randomUUID();
  }

  @AfterEach
  void stopRelays() {
    relays.forEach(LedgerRelay::close);
  }

  private LedgerRelay relay() {
    return relay(database, process);
  }

  private LedgerRelay relay(TestDatabase through, TestLedger reader) {
    return relay(through, reader, RelayOptions.of(kafka().bootstrapServers(), topic, 1));
  }

  private LedgerRelay relay(TestDatabase through, TestLedger reader, RelayOptions options) {
    var relay = new LedgerRelay(through.source(), reader.events(), options);
    relays.add(relay);
    relay.start();
    return relay;
  }

  private static Kafka kafka() {
    return backends.kafka();
  }

  private static long append(int commands) {
    return IntStream.range(0, commands)
        .mapToObj(
            _ ->
                process
                    .ledger()
                    .append(Commands.createVpc(Commands.name()), Commands.CONTEXT, Commands.DONE)
                    .subscribeAsCompletionStage())
        .toList()
        .stream()
        .mapToLong(outcome -> ((Outcome.Committed) outcome.join()).position())
        .max()
        .orElseThrow();
  }

  private static void awaitPublished(LedgerRelay relay, long position) {
    await()
        .atMost(WAIT)
        .untilAsserted(
            () ->
                assertThat(relay.status())
                    .returns(position, RelayStatus::published)
                    .returns(0L, RelayStatus::lag));
  }

  private List<Recorded> topic() {
    return TopicReader.read(kafka(), topic);
  }

  private static List<Recorded> ledger() throws SQLException {
    return database.events();
  }

  @Test
  void everyEventArrivesInOrderAsItStandsInTheLedger() throws Exception {
    append(20);
    LedgerRelay relay = relay();

    awaitPublished(relay, append(20));

    assertThat(topic()).isEqualTo(ledger());
    assertThat(relay.status().state()).isEqualTo(State.PUBLISHING);
    assertThat(relay.status().lastError()).isNull();
  }

  @Test
  void noEventWaitsUntilItIsLookedForThoughTheyComeAtAnyMoment() {
    var seldom =
        new RelayOptions(
            kafka().bootstrapServers(),
            topic,
            (short) 1,
            3,
            WAIT.multipliedBy(2),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2));
    LedgerRelay relay = relay(database, process, seldom);
    var random = new Random(20);

    for (int round = 0; round < 60; round++) {
      long last = append(1 + random.nextInt(5));
      if (random.nextBoolean()) {
        await().atMost(WAIT).until(() -> relay.status().published() == last);
      }
    }

    assertThat(topic()).hasSizeGreaterThan(60);
  }

  @Test
  void theTopicKeepsEverythingInOnePartition() throws Exception {
    awaitPublished(relay(), append(1));

    try (var admin = kafka().admin()) {
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
      assertThat(config.get("retention.ms").value()).isEqualTo("-1");
      assertThat(config.get("retention.bytes").value()).isEqualTo("-1");
      assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
      assertThat(admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions())
          .hasSize(1);
    }
  }

  @Test
  void oneOfTwoCopiesAndTheOtherTakesOver() throws Exception {
    LedgerRelay first = relay();
    awaitPublished(first, append(1));
    LedgerRelay second = relay();
    await().atMost(WAIT).until(() -> second.status().state() == State.STANDBY);

    first.close();
    assertThat(first.status().state()).isEqualTo(State.STOPPED);
    awaitPublished(second, append(1));

    assertThat(topic()).isEqualTo(ledger());
  }

  @Test
  void aTopicOfAnotherHistoryIsLeftAlone() throws Exception {
    awaitPublished(relay(), append(1));
    relays.forEach(LedgerRelay::close);
    List<Recorded> before = topic();

    var other = TestDatabase.create(backends.postgres());
    try (var founded = TestLedger.open(other)) {
      LedgerRelay stranger = relay(other, founded);
      await()
          .atMost(WAIT)
          .untilAsserted(
              () -> assertThat(stranger.status().lastError()).contains("another history"));
      stranger.close();
    }

    assertThat(topic()).isEqualTo(before);
  }

  @Test
  void aLostTopicIsFilledAgainFromTheFirstEvent() throws Exception {
    awaitPublished(relay(), append(3));
    relays.forEach(LedgerRelay::close);
    kafka().deleteTopic(topic);

    awaitPublished(relay(), append(1));

    assertThat(topic()).isEqualTo(ledger());
  }

  @Test
  void aRelayKilledBeforeItNotedWhatItSentContinuesAfterTheLastRecord() throws Exception {
    awaitPublished(relay(), append(3));
    relays.forEach(LedgerRelay::close);
    database.execute("update ledger.relay set position = position - 3");

    awaitPublished(relay(), append(1));

    assertThat(TopicReader.applied(topic())).isEqualTo(ledger());
  }

  @Test
  void anOutageOfKafkaDelaysEventsAndLosesNone() throws Exception {
    LedgerRelay relay = relay();
    awaitPublished(relay, append(3));

    kafka().stop();
    long last = append(5);
    await().atMost(WAIT).until(() -> relay.status().lag() == 5);
    kafka().start();
    awaitPublished(relay, last);

    assertThat(TopicReader.applied(topic())).isEqualTo(ledger());
  }

  @Test
  void anOutageOfPostgresIsOutlived() throws Exception {
    LedgerRelay relay = relay();
    awaitPublished(relay, append(3));

    backends.postgres().stop();
    await().atMost(WAIT).until(() -> relay.status().lastError() != null);
    backends.postgres().start();
    awaitPublished(relay, append(3));

    assertThat(TopicReader.applied(topic())).isEqualTo(ledger());
    assertThat(relay.status().lastError()).isNull();
  }
}
