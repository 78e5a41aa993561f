package io.weir.projector.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.weir.contracts.history.FaultyTopic;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.CommitReader;
import io.weir.projector.kit.ProjectorFixture;
import io.weir.projector.projection.Patience;
import io.weir.projector.projection.Projection;
import io.weir.projector.store.Generations;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.SampleGateway;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

@QuarkusTest
class LedgerIntakeTest extends ProjectorFixture {
  @Inject Generations generations;
  @Inject DataSource dataSource;

  @Test
  void appliesRandomCommandsInWhateverPiecesTheyArrive() {
    Random random = new Random(1);
    List<Recorded> rest = flat(ledger.random(200));
    while (!rest.isEmpty()) {
      int piece = Math.min(rest.size(), 1 + random.nextInt(20));
      topic.publish(rest.subList(0, piece));
      rest = rest.subList(piece, rest.size());
    }
    awaitProjected();
  }

  @Test
  void dropsWhatItHasSeenBefore() {
    List<Recorded> events = flat(ledger.random(20));
    topic.publish(events);
    topic.publish(events.subList(events.size() / 2, events.size()));
    topic.publish(ledger.events().subList(0, 10));
    topic.publish(flat(ledger.random(5)));
    awaitProjected();
  }

  @Test
  void showsNothingOfACommandUntilItIsWhole() {
    var sample = SampleGateway.withNodes(EventMother.node(9001, 1));
    long before = position();
    List<Recorded> command =
        ledger.record(sample.instanceVpc(), sample.upstreamVpc(), sample.network());
    List<Recorded> next = ledger.record(sample.instance());
    topic.publish(command.subList(0, 2));
    intake.restart();
    topic.publish(command.subList(0, 1));
    await()
        .atMost(LIMIT)
        .until(() -> intake.state() instanceof IntakeState.Live && readiness() == 200);
    assertThat(position()).isEqualTo(before);
    topic.publish(command.subList(2, 3));
    topic.publish(next);
    awaitProjected();
  }

  @Test
  void namesTheEventThatMadeOrBrokeAConnection() {
    var sample = SampleGateway.withNodes(EventMother.node(9001, 1));
    sample.unconnected().forEach(event -> topic.publish(ledger.record(event)));
    awaitProjected();
    assertThat(reachability(sample)).isEqualTo("{\"status\":\"VPC_NOT_CONNECTED\"}");

    sample.connect().forEach(event -> topic.publish(ledger.record(event)));
    awaitProjected();
    assertThat(reachability(sample)).isEqualTo(status("CONNECTED", sample, ledger.position()));

    topic.publish(ledger.record(sample.disconnect()));
    awaitProjected();
    assertThat(reachability(sample))
        .isEqualTo(status("VPC_NOT_CONNECTED", sample, ledger.position()));
  }

  private String reachability(SampleGateway sample) {
    return database
        .query("select reachability::text from read.api where id = $1", sample.api().id().value())
        .iterator()
        .next()
        .getString(0);
  }

  private static String status(String status, SampleGateway sample, long position) {
    return "{\"status\":\"%s\",\"cloudConnectNetworkId\":\"%s\",\"position\":%d}"
        .formatted(status, sample.network().id(), position);
  }

  @Test
  void continuesFromWhatIsStoredWhereverItIsStopped() {
    for (List<Recorded> command : ledger.random(120)) {
      topic.publish(command);
      intake.restart();
    }
    awaitProjected();
    assertThat(database.query("select 1 from projector.snapshot where position > 0").size())
        .isPositive();
  }

  @Test
  void leavesToAnotherInstanceWhatThatHasWritten() {
    List<Recorded> events = flat(ledger.random(20));
    Projection other =
        new Projection(generations, () -> generations.active().orElseThrow(), new Patience());
    other.apply(new CommitReader(null).read(FaultyTopic.records(ledger.events())).commits());
    assertThat(position()).isEqualTo(ledger.position());
    topic.publish(events);
    topic.publish(flat(ledger.random(20)));
    awaitProjected();
  }

  @Test
  void tellsListenersThePositionOfEveryCommit() throws SQLException {
    try (Connection listener = dataSource.getConnection()) {
      listener.createStatement().execute("listen projection");
      topic.publish(flat(ledger.random(1)));
      String position = Long.toString(ledger.position());
      PGConnection heard = listener.unwrap(PGConnection.class);
      await()
          .atMost(LIMIT)
          .until(
              () ->
                  Stream.of(heard.getNotifications(100))
                      .anyMatch(n -> n.getParameter().equals(position)));
      listener.createStatement().execute("unlisten projection");
    }
  }
}
