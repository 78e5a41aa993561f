package io.weir.control.recovery;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.weir.contracts.codec.Json;
import io.weir.ledger.CommandContext;
import io.weir.ledger.LedgerUnavailableException;
import io.weir.ledger.recovery.LedgerRecovery;
import io.weir.ledger.recovery.Recovery;
import io.weir.ledger.recovery.RecoveryRefusedException;
import io.weir.rest.Answers;
import io.weir.rest.Parameters;
import io.weir.rest.Problem;
import io.weir.rest.ProblemCode;
import io.weir.rest.ProblemException;
import io.weir.rest.Writes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/ledger/recovery}: appends again what the topic has and the database has not. */
@Path("/v1/ledger/recovery")
public class RecoveryResource {
  private static final Logger LOG = Logger.getLogger(RecoveryResource.class);

  private final LedgerRecovery recovery;
  private final Writes writes;

  RecoveryResource(LedgerRecovery recovery, Writes writes) {
    this.recovery = recovery;
    this.writes = writes;
  }

  /** Reads the topic and writes to the database, which takes as long as there is to put back. */
  @POST
  public Uni<Response> recover(
      @QueryParam("dry_run") @Nullable String dry, @QueryParam("to") @Nullable String last) {
    Parameters parameters = new Parameters();
    Boolean dryRun = parameters.value("dry_run", dry, Parameters::yesOrNo);
    long to = parameters.number("to", last, 1, Long.MAX_VALUE, Long.MAX_VALUE);
    parameters.end();
    CommandContext asked = writes.context();
    return Uni.createFrom()
        .item(() -> run(to, Boolean.TRUE.equals(dryRun), asked))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .map(
            found ->
                Response.ok(Json.MAPPER.valueToTree(found).toString(), MediaType.APPLICATION_JSON)
                    .header(Answers.POSITION, found.after())
                    .build());
  }

  private Recovery run(long to, boolean dryRun, CommandContext asked) {
    try {
      Recovery done = recovery.run(to, dryRun, asked);
      if (!dryRun && done.events() > 0) {
        LOG.warnf(
            "events %d to %d were put back from the topic, which ends with event %d",
            done.before() + 1, done.after(), done.topic());
      }
      return done;
    } catch (RecoveryRefusedException e) {
      String why = e.getMessage() + "; nothing was changed";
      throw e.topicAway()
          ? ProblemException.retryLater(ProblemCode.TOPIC_UNAVAILABLE, why, 5)
          : new ProblemException(Problem.of(ProblemCode.NOT_RECOVERABLE, why));
    } catch (SQLException e) {
      throw new LedgerUnavailableException(
          "the ledger's database does not take the events: " + e.getMessage(), e);
    }
  }
}
