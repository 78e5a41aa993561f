package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.TopicRecord;
import io.weir.ledger.relay.LedgerRelay;
import io.weir.ledger.relay.RelayOptions;
import io.weir.ledger.relay.RelayStatus.State;
import io.weir.testing.Backends;
import io.weir.testing.Kafka;
import io.weir.testing.event.LedgerTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is done to the topic, while a relay runs or while none does: whoever reads it from its
 * beginning reads the ledger again, whole, and nobody has restarted anything.
 */
@Tag("slow")
class DamagedTopicTest {
  private static final Duration WAIT = Duration.ofSeconds(60);
  private static final Map<String, String> KEEPS_EVERYTHING =
      Map.of("retention.ms", "-1", "retention.bytes", "-1", "max.message.bytes", "16777216");

  private static Backends backends;
  private static TestDatabase database;
  private static TestLedger process;

  private final List<LedgerRelay> relays = new ArrayList<>();
  private String topic;

  /** What somebody does to a topic that holds some events. */
  enum Damage {
    DELETED(false) {
      @Override
      void doTo(DamagedTopicTest test, List<Recorded> events) {
        test.kafka().deleteTopic(test.topic);
      }
    },
    MADE_ANEW(false) {
      @Override
      void doTo(DamagedTopicTest test, List<Recorded> events) {
        test.makeAnew(List.of());
      }
    },
    BEGINNING_REMOVED(true) {
      @Override
      void doTo(DamagedTopicTest test, List<Recorded> events) throws Exception {
        test.remove(2);
      }
    },
    ALL_REMOVED(false) {
      @Override
      void doTo(DamagedTopicTest test, List<Recorded> events) throws Exception {
        test.remove(-1);
      }
    },
    NOTHING_WRITTEN_TO_IT(true) {
      @Override
      void doTo(DamagedTopicTest test, List<Recorded> events) {
        test.publish(new TopicRecord(0, Map.of(), null));
      }
    },
    SOMETHING_ELSE_WRITTEN_TO_IT(true) {
      @Override
      void doTo(DamagedTopicTest test, List<Recorded> events) {
        test.publish(new TopicRecord(0, Map.of("ce_id", "1"), "hello"));
      }
    },
    AN_EVENT_MISSING(true) {
      @Override
      void doTo(DamagedTopicTest test, List<Recorded> events) {
        test.makeAnew(List.of(events.get(0), events.get(1), events.get(3)));
      }
    },
    AN_EVENT_ALTERED(true) {
      @Override
      void doTo(DamagedTopicTest test, List<Recorded> events) {
        Recorded one = events.get(1);
        test.makeAnew(
            List.of(events.get(0), new Recorded(one.envelope(), one.data() + " ", one.hash())));
      }
    },
    TWO_EVENTS_SWAPPED(true) {
      @Override
      void doTo(DamagedTopicTest test, List<Recorded> events) {
        test.makeAnew(List.of(events.get(1), events.get(0), events.get(2)));
      }
    },
    REPEATED(false) {
      @Override
      void doTo(DamagedTopicTest test, List<Recorded> events) {
        test.publishEvents(events);
      }
    };

    /** Whether what is in the topic has to go. */
    private final boolean harmful;

    Damage(boolean harmful) {
      this.harmful = harmful;
    }

    abstract void doTo(DamagedTopicTest test, List<Recorded> events) throws Exception;
  }

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

  private Kafka kafka() {
    return backends.kafka();
  }

  private LedgerRelay relay() {
    var options =
        RelayOptions.of(kafka().bootstrapServers(), topic, 1).inspecting(Duration.ofMillis(200));
    var relay = new LedgerRelay(database.source(), process.events(), options);
    relays.add(relay);
    relay.start();
    return relay;
  }

  private static void append(int commands) {
    for (int i = 0; i < commands; i++) {
      process
          .ledger()
          .append(Commands.createVpc(Commands.name()), Commands.CONTEXT, Commands.DONE)
          .await()
          .atMost(WAIT);
    }
  }

  private void awaitLedgerInTopic() {
    List<Recorded> ledger = database.events();
    await()
        .atMost(WAIT)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(TopicReader.applied(TopicReader.read(kafka(), topic)))
                    .isEqualTo(ledger));
  }

  private void awaitLedgerInTopic(LedgerRelay relay) {
    awaitLedgerInTopic();
    await()
        .atMost(WAIT)
        .untilAsserted(
            () -> {
              assertThat(relay.status().state()).isEqualTo(State.PUBLISHING);
              assertThat(relay.status().lastError()).isNull();
              assertThat(relay.status().lag()).isZero();
            });
  }

  private void makeAnew(List<Recorded> events) {
    kafka().deleteTopic(topic);
    // the relay may have made it by now
    await()
        .atMost(WAIT)
        .ignoreExceptions()
        .until(
            () -> {
              try (var admin = kafka().admin()) {
                if (admin.listTopics().names().get().contains(topic)) {
                  return true;
                }
              }
              kafka().createTopic(topic, 1, KEEPS_EVERYTHING);
              return true;
            });
    publishEvents(events);
  }

  private void publishEvents(List<Recorded> events) {
    try (var writer = LedgerTopic.to(kafka(), topic)) {
      writer.publish(events);
    }
  }

  private void publish(TopicRecord record) {
    try (var writer = LedgerTopic.to(kafka(), topic)) {
      writer.publishRecords(List.of(record));
    }
  }

  private void remove(long before) throws Exception {
    try (var admin = kafka().admin()) {
      var partition = new TopicPartition(topic, 0);
      admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(before))).all().get();
    }
  }

  private void set(String name, String value) throws Exception {
    var entry = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    Map<ConfigResource, Collection<AlterConfigOp>> change =
        Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(entry));
    try (var admin = kafka().admin()) {
      admin.incrementalAlterConfigs(change).all().get();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whileARelayRuns(Damage damage) throws Exception {
    append(4);
    LedgerRelay relay = relay();
    awaitLedgerInTopic(relay);

    damage.doTo(this, database.events());
    // the relay need not have noticed when the next event comes
    append(1);

    awaitLedgerInTopic(relay);
    append(1);
    awaitLedgerInTopic(relay);
  }

  /** Nothing is written that would meet the damage: it has to be looked for. */
  @ParameterizedTest
  @EnumSource(names = {"DELETED", "BEGINNING_REMOVED", "SOMETHING_ELSE_WRITTEN_TO_IT"})
  void whileAllIsQuiet(Damage damage) throws Exception {
    append(4);
    LedgerRelay relay = relay();
    awaitLedgerInTopic(relay);

    damage.doTo(this, database.events());

    awaitLedgerInTopic(relay);
  }

  @ParameterizedTest
  @EnumSource
  void whileNoRelayRuns(Damage damage) throws Exception {
    append(4);
    LedgerRelay first = relay();
    awaitLedgerInTopic(first);
    first.close();

    damage.doTo(this, database.events());
    append(1);
    if (damage.harmful) {
      // what comes behind it hides it from whoever looks at the end alone
      publishEvents(List.of(database.events().getLast()));
    }
    LedgerRelay relay = relay();

    awaitLedgerInTopic(relay);
    assertThat(relay.status().repairs()).isEqualTo(damage.harmful ? 1 : 0);
    if (damage.harmful) {
      assertThat(relay.status().lastRepair()).contains("topic " + topic + " is not the ledger: ");
    }
  }

  @ParameterizedTest
  @CsvSource({"retention.ms,60000,-1", "retention.bytes,1000,-1", "cleanup.policy,compact,delete"})
  void settingsThatCouldLoseEventsStopTheCopyingUntilTheyAreRight(
      String setting, String wrong, String right) throws Exception {
    append(1);
    LedgerRelay relay = relay();
    awaitLedgerInTopic(relay);

    set(setting, wrong);
    await()
        .atMost(WAIT)
        .untilAsserted(
            () ->
                assertThat(relay.status().lastError())
                    .isEqualTo(
                        "topic %s has %s=%s; the ledger needs %s", topic, setting, wrong, right));
    append(1);
    await().atMost(WAIT).until(() -> relay.status().lag() == 1);

    set(setting, right);
    awaitLedgerInTopic(relay);
  }

  @Test
  void aTopicOfSomebodyElseIsLeftAlone() {
    kafka().createTopic(topic, 1, KEEPS_EVERYTHING);
    publish(new TopicRecord(0, Map.of(), "an order"));
    append(1);
    LedgerRelay relay = relay();
    await()
        .atMost(WAIT)
        .untilAsserted(
            () ->
                assertThat(relay.status().lastError())
                    .isEqualTo(
                        "topic %s has records, and none of them is of the ledger: it may be"
                            + " somebody else's",
                        topic));
    assertThat(relay.status().repairs()).isZero();
  }

  @Test
  void whoDamagesItAgainAtOnceIsWaitedFor() {
    append(2);
    LedgerRelay relay = relay();
    awaitLedgerInTopic(relay);
    publish(new TopicRecord(0, Map.of(), "once"));
    await().atMost(WAIT).until(() -> relay.status().repairs() == 1);
    awaitLedgerInTopic(relay);

    publish(new TopicRecord(0, Map.of(), "twice"));
    await()
        .atMost(WAIT)
        .untilAsserted(
            () ->
                assertThat(relay.status().lastError())
                    .endsWith("it was filled again a moment ago"));
    awaitLedgerInTopic(relay);
    assertThat(relay.status().repairs()).isEqualTo(2);
  }
}
