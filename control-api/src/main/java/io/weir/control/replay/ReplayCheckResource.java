package io.weir.control.replay;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.Violation;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.ImageHash;
import io.weir.ledger.Ledger;
import io.weir.rest.Answers;
import io.weir.rest.Parameters;
import io.weir.rest.Turns;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/replay-check}: the hashes that processes tell of their images beside those that the
 * ledger gives when it is folded from its first event.
 */
@Path("/v1/replay-check")
public class ReplayCheckResource {
  private static final long NEWEST = -1;

  /** The first one folds the whole ledger, and holds a thread for it. */
  private static final int AT_ONCE = 1;

  private static final int RETRY_SECONDS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Processes processes;
  private final Ledger ledger;
  private final LedgerFold fold;
  private final Turns running = new Turns(AT_ONCE, "replay-check is running", RETRY_SECONDS);

  ReplayCheckResource(Processes processes, Ledger ledger, LedgerFold fold) {
    this.processes = processes;
    this.ledger = ledger;
    this.fold = fold;
  }

  @GET
  public Uni<Response> get(@QueryParam("at") @Nullable String position) {
    Parameters parameters = new Parameters();
    long at = parameters.number("at", position, 1, Long.MAX_VALUE, NEWEST);
    parameters.end();
    return processes
        .told()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(told -> inTurn(at, told))
        .map(
            check ->
                Response.ok(Json.MAPPER.valueToTree(check).toString(), MediaType.APPLICATION_JSON)
                    .header(Answers.POSITION, check.position())
                    .build());
  }

  private ReplayCheck inTurn(long at, List<Told> told) {
    try (Turns.Turn _ = running.take()) {
      return check(at, told);
    }
  }

  /** What is told is older than the end that is asked for after it. */
  private ReplayCheck check(long at, List<Told> told) {
    long end = fold.end();
    if (at > end) {
      Parameters parameters = new Parameters();
      parameters.add(
          Violation.parameter("at", "must be at most %d, the last event".formatted(end)));
      parameters.end();
    }
    long position = at == NEWEST ? end : commandAt(at);
    List<Told> all = new ArrayList<>(told);
    Told own = own();
    if (own != null && own.position() <= end) {
      all.add(own);
    }
    // upwards, so that the fold itself gives as many as it can
    all.sort(ReplayCheckResource::byPosition);
    List<Compared> compared = new ArrayList<>();
    for (Told one : all) {
      compared.add(
          at == NEWEST
              ? Compared.newest(end, one, fold::at)
              : Compared.at(position, one, fold::at));
    }
    return ReplayCheck.of(fold.at(position), compared);
  }

  /** Nobody has an image of half a command. */
  private long commandAt(long position) {
    return ledger.moment(position).await().atMost(PATIENCE).position();
  }

  private static int byPosition(Told one, Told other) {
    return Long.compare(newest(one), newest(other));
  }

  private static long newest(Told told) {
    return told.hashes().isEmpty() ? told.position() : told.hashes().getFirst().position();
  }

  /** The image that this service decides with; a database that was rewound gives none. */
  private @Nullable Told own() {
    if (ledger.rewound() != null) {
      return null;
    }
    GatewayImage image = ledger.image().await().indefinitely();
    return new Told("CONTROL_API", "control-api", image.position(), List.of(ImageHash.of(image)));
  }
}
