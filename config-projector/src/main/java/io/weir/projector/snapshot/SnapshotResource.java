package io.weir.projector.snapshot;

import io.weir.contracts.image.Snapshot;
import io.weir.projector.http.Problem;
import io.weir.projector.intake.LedgerIntake;
import io.weir.projector.store.Snapshots;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;

/** The present image as a snapshot file; {@code Weir-Position} says which one it is. */
@Path("/v1/snapshot")
public class SnapshotResource {
  private final LedgerIntake intake;

  SnapshotResource(LedgerIntake intake) {
    this.intake = intake;
  }

  @GET
  public Response get(@Context UriInfo uri) {
    Snapshot now = intake.snapshot();
    if (now == null) {
      return Problem.answer(
          Status.SERVICE_UNAVAILABLE, "NO_IMAGE", "no event has been read yet", uri.getPath());
    }
    return Response.ok(Snapshots.bytes(now), MediaType.APPLICATION_OCTET_STREAM_TYPE)
        .header("Weir-Position", now.image().position())
        .build();
  }
}
