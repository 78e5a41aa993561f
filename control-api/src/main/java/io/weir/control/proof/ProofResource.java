package io.weir.control.proof;

import io.smallrye.common.annotation.Blocking;
import io.weir.contracts.content.Violation;
import io.weir.ledger.proof.Proofs;
import io.weir.rest.Parameters;
import io.weir.rest.ProblemCode;
import io.weir.rest.ProblemException;
import io.weir.transparency.tree.Tile;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /v1/ledger}: what is proven of the ledger; what cannot change may be kept for ever. */
@Path("/v1/ledger")
@Blocking
public class ProofResource {
  private static final String FOR_EVER = "max-age=31536000, immutable";
  private static final String NOT_KEPT = "no-cache";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int RETRY_SECONDS = 2;

  private final Proofs proofs;

  ProofResource(Proofs proofs) {
    this.proofs = proofs;
  }

  /** Something to read from the tables. */
  @FunctionalInterface
  private interface Question<T> {
    T ask() throws SQLException;
  }

  private static <T> T answer(Question<T> question) {
    try {
      return question.ask();
    } catch (SQLException | IllegalStateException e) {
      throw ProblemException.retryLater(
          ProblemCode.LEDGER_UNAVAILABLE, "proofs cannot be read at the moment", RETRY_SECONDS);
    }
  }

  private static Response kept(Object entity, String type, String caching) {
    return Response.ok(entity, type).header(HttpHeaders.CACHE_CONTROL, caching).build();
  }

  /** The newest checkpoint, or the newest of a size, as a signed note. */
  @GET
  @Path("/checkpoint")
  public Response checkpoint(@QueryParam("size") @Nullable String size) {
    var parameters = new Parameters();
    Optional<Long> wanted = optional(parameters, size);
    parameters.end();
    String note =
        answer(() -> proofs.checkpoint(wanted))
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        wanted
                            .map("no checkpoint of %d events was signed"::formatted)
                            .orElse("no checkpoint was signed yet")));
    return kept(note, TEXT, NOT_KEPT);
  }

  private static Optional<Long> optional(Parameters parameters, @Nullable String size) {
    return size == null
        ? Optional.empty()
        : Optional.of(parameters.number("size", size, 0, Long.MAX_VALUE, 0));
  }

  /** Hashes of the tree, C2SP tlog-tiles. */
  @GET
  @Path("/tile/{level}/{index: .+}")
  public Response tile(@PathParam("level") String level, @PathParam("index") String index) {
    Tile tile = level.matches("[0-7]") ? Tile.at(level.charAt(0) - '0', index).orElse(null) : null;
    return found(
        tile == null ? Optional.empty() : answer(() -> proofs.tile(tile)),
        "there is no tile %s of level %s".formatted(index, level));
  }

  /** The entries below a tile: hashes of events. */
  @GET
  @Path("/tile/entries/{index: .+}")
  public Response entries(@PathParam("index") String index) {
    Tile tile = Tile.at(0, index).orElse(null);
    return found(
        tile == null ? Optional.empty() : answer(() -> proofs.entries(tile)),
        "there are no entries " + index);
  }

  private static Response found(Optional<byte[]> bytes, String otherwise) {
    return kept(
        bytes.orElseThrow(() -> ProblemException.notFound(otherwise)),
        MediaType.APPLICATION_OCTET_STREAM,
        FOR_EVER);
  }

  /** That an event is in the tree of a size, by default of the size it has now. */
  @GET
  @Path("/proof/inclusion")
  public Response inclusion(
      @QueryParam("position") @Nullable String position,
      @QueryParam("size") @Nullable String size) {
    long now = answer(proofs::size);
    var parameters = new Parameters();
    long of = reached(parameters, "size", size, now);
    long at = required(parameters, "position", position, of);
    parameters.end();
    return kept(
        ProofView.Inclusion.of(answer(() -> proofs.inclusion(at, of))),
        MediaType.APPLICATION_JSON,
        size == null ? NOT_KEPT : FOR_EVER);
  }

  /** That the tree of a size, by default as it is now, continues an earlier one. */
  @GET
  @Path("/proof/consistency")
  public Response consistency(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    long now = answer(proofs::size);
    var parameters = new Parameters();
    long later = reached(parameters, "to", to, now);
    long earlier = required(parameters, "from", from, later);
    parameters.end();
    return kept(
        ProofView.Consistency.of(answer(() -> proofs.consistency(earlier, later))),
        MediaType.APPLICATION_JSON,
        to == null ? NOT_KEPT : FOR_EVER);
  }

  private static long reached(Parameters parameters, String name, @Nullable String text, long now) {
    long size = parameters.number(name, text, 1, Long.MAX_VALUE, now);
    if (size > now) {
      parameters.add(
          Violation.parameter(name, "must be at most %d: the tree holds no more".formatted(now)));
    }
    return size;
  }

  private static long required(
      Parameters parameters, String name, @Nullable String text, long most) {
    if (text == null) {
      parameters.add(Violation.parameter(name, "must be given"));
      return 1;
    }
    long value = parameters.number(name, text, 1, Long.MAX_VALUE, 1);
    if (value > most) {
      parameters.add(
          Violation.parameter(name, "must be at most %d, the size of the tree".formatted(most)));
    }
    return value;
  }

  /** What witnesses say: of each the newest cosignature, or those of a size. */
  @GET
  @Path("/cosignatures")
  public Response cosignatures(@QueryParam("size") @Nullable String size) {
    var parameters = new Parameters();
    Optional<Long> wanted = optional(parameters, size);
    parameters.end();
    return kept(
        Map.of("items", answer(() -> proofs.cosignatures(wanted))),
        MediaType.APPLICATION_JSON,
        NOT_KEPT);
  }
}
