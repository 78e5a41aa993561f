package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.VpcEvent.VpcDeleted;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.VpcId;
import io.weir.ledger.Outcome.Committed;
import io.weir.testing.Backends;
import io.weir.testing.event.EventMother;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One process, one ledger, a healthy PostgreSQL. */
@Tag("slow")
class LedgerTest {
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static TestDatabase database;
  private static TestLedger process;
  private static Ledger ledger;

  @BeforeAll
  static void open() {
    database = TestDatabase.create(Backends.start().postgres());
    process = TestLedger.open(database);
    ledger = process.ledger();
  }

  @AfterAll
  static void close() {
    process.close();
  }

  private static Outcome append(Command command, CommandContext context) {
    return ledger.append(command, context, Commands.DONE).await().atMost(WAIT);
  }

  private static Committed commit(Command command) {
    return (Committed) append(command, Commands.CONTEXT);
  }

  private static GatewayImage image() {
    return ledger.image().await().atMost(WAIT);
  }

  @Test
  void anAcceptedCommandIsInTheImageAtThePositionItsCallerWasTold() {
    var created = EventMother.vpc(Commands.name());

    Committed committed = commit(Commands.record(created));

    assertThat(committed.repeated()).isFalse();
    assertThat(committed.answer().status()).isEqualTo(201);
    assertThat(committed.answer().body()).isEqualTo("{\"position\":" + committed.position() + "}");
    assertThat(image().vpcs().get(created.id()).revision().position())
        .isEqualTo(committed.position());
    assertThat(image().position()).isEqualTo(committed.position());
  }

  @Test
  void aRehearsalLeavesNothingAndTheNextCommandStandsWhereItWouldHave() throws SQLException {
    String everything =
        "select concat_ws(' ', (select position from ledger.ledger_head), (select count(*) from"
            + " ledger.event), (select count(*) from ledger.command))";
    image();
    List<String> before = database.texts(everything);

    ledger.rehearse().await().atMost(WAIT);

    assertThat(database.texts(everything)).isEqualTo(before);
    long position = image().position();
    assertThat(commit(Commands.record(EventMother.vpc(Commands.name()))).position())
        .isEqualTo(position + 1);
  }

  @Test
  void theEventsOfOneCommandStandSideBySideWithOneCommandId() throws SQLException {
    var vpc = EventMother.vpc(Commands.name());
    var upstream = EventMother.upstream(Commands.name(), vpc.id(), EventMother.node(80, 1));

    Committed committed = commit(Commands.record(vpc, upstream));

    long first = committed.position() - 1;
    assertThat(
            database.texts(
                "select concat_ws(' ', position, stream, version, commit_start, commit_size)"
                    + " from ledger.event where commit_start = "
                    + first
                    + " order by position"))
        .containsExactly(
            "%d vpc/%s 1 %d 2".formatted(first, vpc.id(), first),
            "%d upstream/%s 1 %d 2".formatted(first + 1, upstream.id(), first));
    assertThat(
            database.texts(
                "select c.name || ' ' || c.first_position || ' ' || c.last_position"
                    + " from ledger.command c join ledger.event e on e.command_id = c.id"
                    + " where e.position = "
                    + first))
        .containsExactly("record %d %d".formatted(first, first + 1));
  }

  @Test
  void aCommandThatChangesNothingIsCommittedAtTheCurrentPosition() {
    long before = commit(Commands.createVpc(Commands.name())).position();

    Committed nothing = commit(Commands.record());

    assertThat(nothing.position()).isEqualTo(before);
    assertThat(image().position()).isEqualTo(before);
  }

  @Test
  void aRefusalIsRecordedWithItsCodeAndChangesNothing() throws SQLException {
    String name = Commands.name();
    Committed first = commit(Commands.createVpc(name));
    CommandContext context = Commands.context(null);

    Outcome outcome = append(Commands.createVpc(name), context);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    Refusal refusal = ((Outcome.Refused) outcome).refusals().getFirst();
    assertThat(refusal.code()).isEqualTo(RefusalCode.NAME_TAKEN);
    assertThat(image().position()).isEqualTo(first.position());
    assertThat(
            database.texts(
                "select concat_ws(' ', name, outcome, code, actor, reason, source_address,"
                    + " position) from ledger.command where correlation = '"
                    + context.correlation()
                    + "'"))
        .containsExactly(
            "create-vpc refused NAME_TAKEN tester a reason 192.0.2.1 " + first.position());
    assertThat(
            database.texts(
                "select refusals::json->0->>'pointer' from ledger.command where correlation = '"
                    + context.correlation()
                    + "'"))
        .containsExactly("/name");
  }

  @Test
  void aRepeatedKeyGetsTheAnswerOfTheFirstRequest() {
    String key = Commands.name();
    Committed first =
        (Committed)
            ledger
                .append(
                    Commands.createVpc(key),
                    Commands.keyed(key, "body"),
                    image -> new Answer(201, "made ✓", Map.of("ETag", "\"1\"")))
                .await()
                .atMost(WAIT);

    Outcome again = append(Commands.createVpc(key), Commands.keyed(key, "body"));

    assertThat(again).isEqualTo(new Committed(first.answer(), first.position(), true));
    assertThat(first.answer().headers()).containsEntry("ETag", "\"1\"");
  }

  @Test
  void aKeyWithAnotherRequestIsToldSoAndTheAttemptIsRecorded() throws SQLException {
    String key = Commands.name();
    append(Commands.createVpc(key), Commands.keyed(key, "body"));
    CommandContext other = Commands.keyed(key, "other body");

    assertThat(append(Commands.createVpc(Commands.name()), other))
        .isEqualTo(new Outcome.KeyReused());
    assertThat(
            database.texts(
                "select code from ledger.command where correlation = '"
                    + other.correlation()
                    + "'"))
        .containsExactly("KEY_REUSED");
  }

  @Test
  void theKeyOfARefusedCommandStaysFree() {
    String key = Commands.name();
    commit(Commands.createVpc(key));
    assertThat(append(Commands.createVpc(key), Commands.keyed(key, "body")))
        .isInstanceOf(Outcome.Refused.class);

    assertThat(append(Commands.createVpc(Commands.name()), Commands.keyed(key, "other body")))
        .isInstanceOf(Committed.class);
  }

  @Test
  void concurrentRequestsWithOneKeyTakeEffectOnce() {
    String key = Commands.name();
    long before = image().position();

    List<Outcome> outcomes =
        together(
            IntStream.range(0, 20)
                .mapToObj(
                    _ ->
                        ledger
                            .append(
                                Commands.createVpc(key), Commands.keyed(key, "body"), Commands.DONE)
                            .subscribeAsCompletionStage())
                .toList());

    assertThat(outcomes).allMatch(outcome -> outcome instanceof Committed);
    assertThat(outcomes).filteredOn(o -> !((Committed) o).repeated()).hasSize(1);
    assertThat(outcomes).map(o -> ((Committed) o).answer()).containsOnly(answer(outcomes));
    assertThat(image().position()).isEqualTo(before + 1);
  }

  private static Answer answer(List<Outcome> outcomes) {
    return ((Committed) outcomes.getFirst()).answer();
  }

  private static <T> List<T> together(List<CompletableFuture<T>> futures) {
    List<T> all = new ArrayList<>();
    futures.forEach(future -> all.add(future.orTimeout(30, TimeUnit.SECONDS).join()));
    return all;
  }

  @Test
  void aCommandOrAnswerThatFailsFailsAlone() {
    long before = image().position();
    var good = Commands.createVpc(Commands.name());
    var thrown = new IllegalStateException("on purpose");

    var first = ledger.append(good, Commands.CONTEXT, Commands.DONE).subscribeAsCompletionStage();
    var failing =
        ledger
            .append(
                Commands.of(
                    "fails",
                    _ -> {
                      throw thrown;
                    }),
                Commands.CONTEXT,
                Commands.DONE)
            .subscribeAsCompletionStage();
    var unrendered =
        ledger
            .append(
                Commands.createVpc(Commands.name()),
                Commands.CONTEXT,
                _ -> {
                  throw thrown;
                })
            .subscribeAsCompletionStage();
    var last =
        ledger
            .append(Commands.createVpc(Commands.name()), Commands.CONTEXT, Commands.DONE)
            .subscribeAsCompletionStage();

    assertThat(first.join()).isInstanceOf(Committed.class);
    assertThatThrownBy(failing::join).hasRootCause(thrown);
    assertThatThrownBy(unrendered::join).hasRootCause(thrown);
    assertThat(last.join()).isInstanceOf(Committed.class);
    assertThat(image().position()).isEqualTo(before + 2);
  }

  @Test
  void aConfigurationThatNoNodeCouldFollowIsNeverRecorded() {
    long before = image().position();
    GatewayEvent dangling =
        EventMother.upstream(Commands.name(), VpcId.random(), EventMother.node(80, 1));

    assertThatThrownBy(() -> commit(Commands.record(dangling)))
        .isInstanceOf(UnsoundDecisionException.class)
        .hasMessageContaining("does not exist");
    assertThat(image().position()).isEqualTo(before);
  }

  @Test
  void theSecondSubscriberLearnsTheOutcomeOfTheSameCommand() {
    long before = image().position();
    var outcome =
        ledger.append(Commands.createVpc(Commands.name()), Commands.CONTEXT, Commands.DONE);

    assertThat(outcome.await().atMost(WAIT)).isEqualTo(outcome.await().atMost(WAIT));
    assertThat(image().position()).isEqualTo(before + 1);
  }

  /**
   * The plan of a native query is kept each time anew, in one bucket that is searched to its end.
   */
  @Test
  void whatEveryCommandNeedsIsPlannedOnce() {
    everyStatement();
    int plans = process.plans();

    for (int i = 0; i < 5; i++) {
      everyStatement();
    }

    assertThat(process.plans()).isEqualTo(plans);
  }

  private static void everyStatement() {
    String key = Commands.name();
    append(Commands.createVpc(key), Commands.keyed(key, key));
    append(Commands.createVpc(key), Commands.CONTEXT);
    ledger.rehearse().await().atMost(WAIT);
    image();
    process.events().after(process.events().head(), 1);
  }

  @Test
  void timeNeverRunsBackwardsAlongThePositions() throws SQLException {
    commit(Commands.createVpc(Commands.name()));
    commit(Commands.createVpc(Commands.name()));

    assertThat(
            database.number(
                "select count(*) from ledger.event a join ledger.event b on b.position = a.position"
                    + " + 1 where b.recorded_at < a.recorded_at"))
        .isZero();
  }

  @Test
  void anotherProcessSeesTheSameImage() {
    commit(Commands.createVpc(Commands.name()));

    try (var other = TestLedger.open(database)) {
      assertThat(other.ledger().image().await().atMost(WAIT)).isEqualTo(image());
    }
  }

  @Test
  void anIdThatComesBackAfterItsEndIsRefusedByTheTableAndHarmsNobody() throws SQLException {
    var vpc = EventMother.vpc(Commands.name());
    commit(Commands.record(vpc));
    long end = commit(Commands.record(new VpcDeleted(vpc.id()))).position();

    assertThatThrownBy(() -> commit(Commands.record(vpc))).hasMessageContaining("stream, version");

    assertThat(image().position()).isEqualTo(end);
    assertThat(commit(Commands.createVpc(Commands.name())).position()).isEqualTo(end + 1);
    assertThat(database.verify().finding()).isNull();
  }
}
