package io.weir.projector.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.weir.projector.http.Problem;
import io.weir.projector.store.Generation;
import io.weir.projector.store.GenerationLog;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Rebuilds over HTTP: begin one, watch it, call it off. */
@Path("/v1/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
public class RebuildResource {
  /**
   * A rebuild as it is shown.
   *
   * @param phase what it does; this and the three after it are absent unless it runs in this
   *     process
   * @param target what it has to reach
   * @param waiting why it does not go on at the moment; absent if it does
   * @param comparison of the new generation with the one it replaces, before the switch
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Shown(
      int generation,
      Generation.State state,
      long position,
      Progress.@Nullable Phase phase,
      @Nullable Long target,
      @Nullable Long eventsPerSecond,
      @Nullable String waiting,
      Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable String failure,
      @JsonRawValue @Nullable String comparison) {}

  /** All rebuilds, newest first; the first generation was never rebuilt but is listed too. */
  public record ShownAll(List<Shown> items) {}

  private final Rebuilds rebuilds;
  private final GenerationLog log;

  RebuildResource(Rebuilds rebuilds, GenerationLog log) {
    this.rebuilds = rebuilds;
    this.log = log;
  }

  @POST
  public Response begin(@Context UriInfo uri) {
    OptionalInt number = rebuilds.begin();
    if (number.isEmpty()) {
      return Problem.answer(
          Status.CONFLICT, "REBUILD_RUNNING", "a rebuild is under way already", uri.getPath());
    }
    return Response.accepted(shown(number.getAsInt()).orElseThrow())
        .location(URI.create("/v1/rebuilds/" + number.getAsInt()))
        .build();
  }

  @GET
  public ShownAll all() {
    return new ShownAll(log.all().stream().map(this::shown).toList());
  }

  @GET
  @Path("/{generation}")
  public Response one(@PathParam("generation") int generation, @Context UriInfo uri) {
    return shown(generation)
        .map(found -> Response.ok(found).build())
        .orElseGet(() -> unknown(generation, uri));
  }

  @DELETE
  @Path("/{generation}")
  public Response cancel(@PathParam("generation") int generation, @Context UriInfo uri) {
    return switch (rebuilds.cancel(generation)) {
      case CANCELLED -> Response.accepted(shown(generation).orElseThrow()).build();
      case UNKNOWN -> unknown(generation, uri);
      case NOT_RUNNING ->
          Problem.answer(
              Status.CONFLICT,
              "REBUILD_NOT_RUNNING",
              "generation %d is not being built: it is %s"
                  .formatted(
                      generation,
                      log.find(generation).map(GenerationLog.Line::state).orElseThrow()),
              uri.getPath());
    };
  }

  private static Response unknown(int generation, UriInfo uri) {
    return Problem.answer(
        Status.NOT_FOUND, "NOT_FOUND", "there is no generation " + generation, uri.getPath());
  }

  private Optional<Shown> shown(int generation) {
    return log.find(generation).map(this::shown);
  }

  private Shown shown(GenerationLog.Line line) {
    Optional<Progress> progress = rebuilds.progress(line.number());
    return new Shown(
        line.number(),
        line.state(),
        line.position(),
        progress.map(Progress::phase).orElse(null),
        progress.map(Progress::target).orElse(null),
        progress.map(Progress::eventsPerSecond).orElse(null),
        progress.map(Progress::waiting).orElse(null),
        line.startedAt(),
        line.finishedAt(),
        line.failure(),
        line.comparison());
  }
}
