package io.weir.control.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.Violation;
import io.weir.contracts.diff.ImageDifferences;
import io.weir.contracts.diff.ObjectDifference;
import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Moment;
import io.weir.ledger.NoSuchMomentException;
import io.weir.rest.Answers;
import io.weir.rest.At;
import io.weir.rest.Fresh;
import io.weir.rest.Parameters;
import io.weir.rest.Reads;
import io.weir.rest.Turns;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code /v1/diff}: what is different between the configurations of two moments. */
@Path("/v1/diff")
public class DiffResource {
  /** Each takes a processor while it lasts. */
  private static final int AT_ONCE = 2;

  private static final int RETRY_SECONDS = 2;

  private final Reads reads;
  private final Turns running =
      new Turns(AT_ONCE, "configurations are being compared", RETRY_SECONDS);

  DiffResource(Reads reads) {
    this.reads = reads;
  }

  /** Compares two configurations, object by object. */
  @GET
  public Uni<Response> diff(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    Parameters parameters = new Parameters();
    At first = required(parameters, "from", from);
    At second = required(parameters, "to", to);
    parameters.end();
    List<Violation> wrong = new ArrayList<>();
    return reads
        .image(new Fresh())
        .chain(
            newest ->
                existing("from", first, wrong)
                    .chain(
                        was ->
                            existing("to", second, wrong)
                                .chain(is -> compared(was, is, wrong, newest))));
  }

  private static At required(Parameters parameters, String name, @Nullable String text) {
    if (text == null) {
      parameters.add(Violation.parameter(name, "is required"));
    }
    At at = parameters.value(name, text, At::of);
    return at == null ? new At.OfPosition(0) : at;
  }

  /** The moment, or what is wrong with it: the caller is told of both. */
  private Uni<Moment> existing(String name, At at, List<Violation> wrong) {
    return reads
        .find(at)
        .onFailure(NoSuchMomentException.class)
        .recoverWithItem(
            e -> {
              wrong.add(Violation.parameter(name, String.valueOf(e.getMessage())));
              return Moment.BEGINNING;
            });
  }

  private Uni<Response> compared(
      Moment from, Moment to, List<Violation> wrong, GatewayImage newest) {
    if (!wrong.isEmpty()) {
      throw new InvalidContentException(wrong);
    }
    return reads
        .image(from)
        .chain(
            was ->
                reads
                    .image(to)
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(is -> inTurn(was, is, newest.position())));
  }

  /** Looks at every object, and writes what may be all of them: not for the event loops. */
  private Response inTurn(GatewayImage was, GatewayImage is, long newest) {
    try (Turns.Turn _ = running.take()) {
      return answer(was, is, newest);
    }
  }

  private static Response answer(GatewayImage was, GatewayImage is, long newest) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    answer.put("from", was.position()).put("to", is.position());
    ArrayNode objects = answer.putArray("objects");
    for (ObjectDifference object : ImageDifferences.between(was, is)) {
      objects
          .addObject()
          .put("stream", object.stream())
          .put("change", object.change().name().toLowerCase(Locale.ROOT))
          .set("changes", Json.MAPPER.valueToTree(object.changes()));
    }
    return Answers.read(answer, newest);
  }
}
