package io.weir.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.UpstreamId;
import io.weir.ledger.Outcome.Committed;
import io.weir.testing.Backends;
import io.weir.testing.event.EventMother;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two services that append to one ledger, as control-api and instance-registry do. */
@Tag("slow")
class TwoLedgersTest {
  private static final Duration WAIT = Duration.ofSeconds(60);
  private static TestDatabase database;
  private static TestLedger one;
  private static TestLedger two;

  @BeforeAll
  static void open() {
    database = TestDatabase.create(Backends.start().postgres());
    one = TestLedger.open(database);
    two = TestLedger.open(database);
  }

  @AfterAll
  static void close() {
    one.close();
    two.close();
  }

  private static CompletableFuture<Outcome> append(TestLedger process, Command command) {
    return append(process, command, Commands.CONTEXT);
  }

  private static CompletableFuture<Outcome> append(
      TestLedger process, Command command, CommandContext context) {
    return process.ledger().append(command, context, Commands.DONE).subscribeAsCompletionStage();
  }

  private static GatewayImage image(TestLedger process) {
    return process.ledger().image().await().atMost(WAIT);
  }

  private static Command createApi(ApiCreated created) {
    UpstreamId upstream = created.definition().backEnd().upstreamId();
    return Commands.of(
        "create-api",
        image ->
            image.upstreams().containsKey(upstream)
                ? Decision.accept(created)
                : Decision.refuse(
                    Refusal.of(RefusalCode.UNKNOWN_UPSTREAM, upstream + " does not exist")));
  }

  @Test
  void aReferenceNeverDanglesHoweverItRacesWithTheDeletion() throws Exception {
    var vpc = EventMother.vpc(Commands.name());
    var instance = EventMother.instance(Commands.name(), vpc.id());
    var service = EventMother.service(Commands.name(), instance.id());
    append(one, Commands.record(vpc, instance, service)).join();

    for (int round = 0; round < 60; round++) {
      var upstream = EventMother.upstream(Commands.name(), vpc.id(), EventMother.node(80, 1));
      append(round % 2 == 0 ? one : two, Commands.record(upstream)).join();
      var api = EventMother.api(service.id(), "api_" + round, "/" + round, upstream.id());

      var deletion = append(one, Commands.deleteUpstream(upstream.id()));
      var creation = append(two, createApi(api));

      boolean deleted = deletion.join() instanceof Committed;
      boolean created = creation.join() instanceof Committed;
      assertThat(deleted).isNotEqualTo(created);
    }
    assertThat(image(one).check()).isEmpty();
    assertThat(image(two)).isEqualTo(image(one));
    assertThat(database.verify().finding()).isNull();
  }

  @Test
  void oneNameIsGivenOnceHoweverManyWantIt() {
    String name = Commands.name();
    List<CompletableFuture<Outcome>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(append(i % 2 == 0 ? one : two, Commands.createVpc(name)));
    }

    assertThat(all).filteredOn(outcome -> outcome.join() instanceof Committed).hasSize(1);
    assertThat(all).filteredOn(outcome -> outcome.join() instanceof Outcome.Refused).hasSize(39);
  }

  @Test
  void oneKeyTakesEffectOnceOverBothProcesses() {
    String key = Commands.name();
    List<CompletableFuture<Outcome>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(
          append(i % 2 == 0 ? one : two, Commands.createVpc(key), Commands.keyed(key, "request")));
    }

    List<Committed> committed = all.stream().map(o -> (Committed) o.join()).toList();
    assertThat(committed).filteredOn(o -> !o.repeated()).hasSize(1);
    assertThat(committed).map(Committed::answer).containsOnly(committed.getFirst().answer());
    assertThat(committed).map(Committed::position).containsOnly(committed.getFirst().position());
  }

  @Test
  void whatOneHasCommittedTheOtherSeesAtOnce() {
    for (int i = 0; i < 50; i++) {
      var vpc = EventMother.vpc(Commands.name());
      append(one, Commands.record(vpc)).join();

      assertThat(image(two).vpcs()).containsKey(vpc.id());
    }
  }
}
