package io.weir.projector.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
import io.weir.contracts.history.FaultyTopic;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.Topic;
import io.weir.contracts.topic.TopicRecord;
import io.weir.projector.intake.IntakeState;
import io.weir.projector.intake.LedgerIntake;
import io.weir.projector.store.Database;
import io.weir.projector.store.DatabaseUnavailableException;
import io.weir.testing.Backends;
import io.weir.testing.QuarkusBackends;
import io.weir.testing.event.LedgerTopic;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * A running projector and the ledger it reads. All tests of one application share the ledger, which
 * only grows; each leaves the projector healthy and the topic whole.
 */
@QuarkusTestResource(QuarkusBackends.class)
@QuarkusTestResource(QuickRepairs.class)
@Tag("slow")
public abstract class ProjectorFixture {
  protected static final Duration LIMIT = Duration.ofSeconds(120);
  private static final long SEED = 20260101;

  private static @Nullable TestLedger sharedLedger;
  private static @Nullable LedgerTopic sharedTopic;

  protected Backends backends;
  @Inject protected LedgerIntake intake;
  @Inject protected Database database;
  protected TestLedger ledger;
  protected LedgerTopic topic;

  @BeforeEach
  void joinLedger() {
    if (sharedLedger == null) {
      sharedLedger = new TestLedger(SEED);
      sharedTopic = LedgerTopic.create(backends.kafka());
      sharedTopic.publish(flat(sharedLedger.random(30)));
    }
    ledger = sharedLedger;
    topic = sharedTopic;
    awaitProjected();
  }

  @AfterEach
  void readModelIsWhatTheFoldSays() {
    awaitProjected();
    assertThat(StoredReadModel.of(database)).isEqualTo(ExpectedReadModel.of(ledger.events()));
    readModelKnowsWhatWas(ledger.position() / 3);
    readModelKnowsWhatWas(ledger.position() - 1);
  }

  /** At the end of the command that the event belongs to. */
  private void readModelKnowsWhatWas(long position) {
    Envelope of = ledger.events().get((int) position - 1).envelope();
    long at = of.commitStart() + of.commitSize() - 1;
    var then = ExpectedReadModel.of(ledger.events().subList(0, (int) at));
    then.remove("event");
    assertThat(StoredReadModel.of(database, at)).as("at %d", at).isEqualTo(then);
  }

  protected static List<Recorded> flat(List<List<Recorded>> commands) {
    List<Recorded> all = new ArrayList<>();
    commands.forEach(all::addAll);
    return all;
  }

  /** Puts another topic in the place of the old one, holding the ledger as it should be. */
  protected void replaceTopic() {
    replaceTopic(FaultyTopic.records(ledger.events()));
  }

  /** Puts another topic in the place of the old one, holding whatever records. */
  protected void replaceTopic(List<TopicRecord> records) {
    topic.close();
    backends.kafka().deleteTopic(Topic.NAME);
    await()
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(
            () -> {
              topic = LedgerTopic.create(backends.kafka());
              return true;
            });
    sharedTopic = topic;
    topic.publishRecords(records);
  }

  /** Waits until the read model has the whole ledger, and the intake says that all is well. */
  protected void awaitProjected() {
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(10))
        .untilAsserted(
            () -> {
              assertThat(position()).isEqualTo(ledger.position());
              assertThat(intake.state()).isInstanceOf(IntakeState.Live.class);
            });
  }

  /**
   * Waits until the intake cannot go on after an event, and checks that it says why and everything
   * else goes on.
   */
  protected void awaitStuck(long after, String reason) {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(intake.state())
                    .isInstanceOfSatisfying(
                        IntakeState.Stuck.class,
                        stuck -> assertThat(stuck.reason()).contains(reason)));
    RestAssured.get("/q/health/ready").then().statusCode(503).body(containsString(reason));
    assertThat(liveness()).isEqualTo(200);
    assertThat(position()).isEqualTo(after);
  }

  /** The position that readers see, or -1 while PostgreSQL is away. */
  protected long position() {
    try {
      return database.query("select position from read.checkpoint").iterator().next().getLong(0);
    } catch (DatabaseUnavailableException e) {
      return -1;
    }
  }

  protected static int readiness() {
    return RestAssured.get("/q/health/ready").statusCode();
  }

  protected static int liveness() {
    return RestAssured.get("/q/health/live").statusCode();
  }
}
