package io.weir.control.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.weir.contracts.image.GatewayImage;
import io.weir.rest.Answers;
import io.weir.rest.Fresh;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /v1/overview}: how much there is, and what needs attention. */
@Path("/v1/overview")
public class OverviewResource {
  private final Reads reads;
  private final ReadModel readModel;

  OverviewResource(Reads reads, ReadModel readModel) {
    this.reads = reads;
    this.readModel = readModel;
  }

  /**
   * The answer.
   *
   * @param replicas null of the past, and while the read model is away: nothing is known then
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Overview(
      long position,
      Map<String, Integer> counts,
      List<Attention> attention,
      Running.@Nullable Replicas replicas) {

    static Overview of(GatewayImage image, Optional<Running> running) {
      List<Attention> all = new ArrayList<>(Configured.of(image));
      running.ifPresent(said -> all.addAll(said.found()));
      return new Overview(
          image.position(),
          Configured.counts(image),
          Attention.worst(all),
          running.map(Running::replicas).orElse(null));
    }
  }

  /** What is recorded of the configuration, and, of now, what live replicas say. */
  @GET
  public Uni<Response> get(@BeanParam Fresh fresh) {
    return reads
        .image(fresh)
        .chain(
            image ->
                (fresh.asksForThePast()
                        ? Uni.createFrom().item(Optional.<Running>empty())
                        : Running.of(image, readModel))
                    // it looks at every object: no work for an event loop
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(running -> Answers.read(Overview.of(image, running), image.position())));
  }
}
