package io.weir.control.snapshot;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Snapshot;
import io.weir.rest.Answers;
import io.weir.rest.Fresh;
import io.weir.rest.Reads;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** {@code /v1/snapshot}: the configuration as the ledger has it, as a snapshot file. */
@Path("/v1/snapshot")
public class SnapshotResource {
  private static final long OFFSET_UNKNOWN = -1;

  private final Reads reads;

  SnapshotResource(Reads reads) {
    this.reads = reads;
  }

  /** The file; a large one takes long to write, so the event loops do not. */
  @GET
  public Uni<Response> get(@BeanParam Fresh fresh) {
    return reads
        .image(fresh)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            image ->
                Response.ok(file(image), MediaType.APPLICATION_OCTET_STREAM_TYPE)
                    .header(Answers.POSITION, image.position())
                    .build());
  }

  private static byte[] file(GatewayImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new Snapshot(image, OFFSET_UNKNOWN).write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
