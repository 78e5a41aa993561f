package io.weir.control.traffic.tries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.weir.contracts.codec.Json;
import io.weir.control.traffic.request.KeptRequest;
import io.weir.control.traffic.request.KeptRequests;
import io.weir.ledger.CommandContext;
import io.weir.rest.Body;
import io.weir.rest.Fresh;
import io.weir.rest.Reads;
import io.weir.rest.Turns;
import io.weir.rest.Writes;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * {@code POST /v1/tries}: sends a request through a replica, and answers with what came back and
 * what the replica says of it.
 */
@Path("/v1/tries")
public class TryResource {
  /** How many are under way at most. */
  static final int AT_ONCE = 8;

  private static final Logger LOG = Logger.getLogger(TryResource.class);
  private static final int RETRY_SECONDS = 5;

  /** Replicas tell of tries within a second. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Reads reads;
  private final Writes writes;
  private final ReplicaChoice replicas;
  private final ReplicaClient client;
  private final KeptRequests requests;
  private final Turns running = new Turns(AT_ONCE, "tries are under way", RETRY_SECONDS);

  TryResource(
      Reads reads,
      Writes writes,
      ReplicaChoice replicas,
      ReplicaClient client,
      KeptRequests requests) {
    this.reads = reads;
    this.writes = writes;
    this.replicas = replicas;
    this.client = client;
    this.requests = requests;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> send(Body body) {
    TryContent content = TryContent.read(body.object());
    CommandContext caller = writes.context();
    return reads
        .image(new Fresh())
        .chain(
            image -> {
              TryTarget target = TryTarget.of(content, image);
              target.check(caller.scope(), image);
              String replica = content.replicaId();
              return replicas
                  .choose(replica, replica == null ? target.instance() : null)
                  .chain(chosen -> inTurn(chosen, content, target, caller.actor()));
            });
  }

  private Uni<Response> inTurn(
      ReplicaChoice.Chosen replica, TryContent content, TryTarget target, String actor) {
    Turns.Turn turn = running.take();
    String id = "try-" + UUID.randomUUID().toString().replace("-", "");
    Outgoing request = Outgoing.of(id, content, target);
    KeptRequests.Awaited told = requests.await(id);
    Instant sentAt = Instant.now();
    LOG.infof("%s tries %s through %s as %s", actor, request.readable(), replica.id(), id);
    return client
        .send(replica, request)
        .chain(
            answer ->
                told.within(PATIENCE).map(said -> answered(replica, request, sentAt, answer, said)))
        .onTermination()
        .invoke(
            () -> {
              told.close();
              turn.close();
            });
  }

  private static Response answered(
      ReplicaChoice.Chosen replica,
      Outgoing request,
      Instant sentAt,
      TriedAnswer answer,
      Optional<KeptRequest> said) {
    ObjectNode tree =
        Json.MAPPER
            .createObjectNode()
            .put("requestId", request.id())
            .put("replicaId", replica.id())
            .put("address", replica.address().toString())
            .put("url", request.url())
            .put("sentAt", sentAt.toString());
    answer.write(tree);
    said.ifPresent(kept -> tree.set("request", kept.tree()));
    return Response.ok(tree.toString(), MediaType.APPLICATION_JSON).build();
  }
}
