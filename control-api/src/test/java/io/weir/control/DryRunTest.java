package io.weir.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.Scope;
import io.weir.ledger.Answer;
import io.weir.ledger.Command;
import io.weir.ledger.CommandContext;
import io.weir.ledger.DryRun;
import io.weir.ledger.Ledger;
import io.weir.ledger.Outcome;
import io.weir.rest.dryrun.Effects;
import io.weir.rest.dryrun.Tried;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a dry run announces is what the write then records; the dry run itself leaves no trace. */
@ControlApi
class DryRunTest {
  private static final int STEPS = 250;
  private static final CommandContext CALLER =
      new CommandContext("tester", Authentication.NONE, Scope.ALL, null, null, "test", null);

  @Inject Ledger ledger;
  @Inject Gateway gateway;
  @Inject DataSource database;

  private static <T> T now(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }

  private List<String> sql(String query) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  private List<String> recorded() {
    return sql(
        "select concat_ws(' ', (select count(*) from ledger.command), (select count(*) from"
            + " ledger.attempt), (select position from ledger.ledger_head))");
  }

  private static Answer answer(GatewayImage before, GatewayImage after) {
    return new Answer(200, "{}", Map.of());
  }

  /** What of an event does not depend on when it is recorded. */
  private static String told(Recorded event) {
    var envelope = event.envelope();
    return String.join(
        " ",
        envelope.type(),
        envelope.subjects().toString(),
        String.valueOf(envelope.version()),
        String.valueOf(envelope.position()),
        String.valueOf(envelope.commitSize()),
        event.data());
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void whateverIsTriedIsWhatIsThenDone(long seed) {
    var commands =
        new RandomCommands(seed, () -> now(ledger.image()), event -> gateway.record(event));
    int done = 0;
    int refused = 0;
    for (int i = 0; i < STEPS; i++) {
      Command command = commands.next();
      List<String> before = recorded();
      DryRun tried = now(ledger.dryRun(command, CALLER, DryRunTest::answer));
      assertThat(recorded()).isEqualTo(before);

      Outcome outcome = now(ledger.append(command, CALLER, DryRunTest::answer));
      assertThat(tried.outcome()).as(command.toString()).isEqualTo(outcome);
      GatewayImage after = now(ledger.image());
      List<String> events =
          sql(
              """
              select concat_ws(' ', type, '[' || array_to_string(subjects, ', ') || ']', version,
                position, commit_size, data)
              from ledger.event where position > %d order by position\
              """
                  .formatted(tried.before().position()));
      assertThat(tried.events()).extracting(DryRunTest::told).isEqualTo(events);
      assertThat(after.position()).isEqualTo(tried.after().position());
      assertThat(Effects.between(tried.before(), after))
          .isEqualTo(Effects.between(tried.before(), tried.after()));
      if (outcome instanceof Outcome.Committed(var answer, var _, var _)) {
        done += events.isEmpty() ? 0 : 1;
        assertThat(Tried.of(tried, answer).events()).hasSameSizeAs(events);
      } else {
        refused++;
      }
    }
    assertThat(done).isPositive();
    assertThat(refused).isPositive();
  }
}
