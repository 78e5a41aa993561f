package io.weir.control.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.KeyContent;
import io.weir.contracts.content.Violation;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Key;
import io.weir.contracts.log.Hash;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySecret;
import io.weir.contracts.value.KeySettings;
import io.weir.guard.access.Keys;
import io.weir.ledger.Answer;
import io.weir.ledger.command.Reasons;
import io.weir.ledger.key.CreateKey;
import io.weir.ledger.key.RevokeKey;
import io.weir.rest.Answers;
import io.weir.rest.Body;
import io.weir.rest.EntityTags;
import io.weir.rest.Fresh;
import io.weir.rest.KnownTags;
import io.weir.rest.PathIds;
import io.weir.rest.ProblemException;
import io.weir.rest.Reads;
import io.weir.rest.Refusals;
import io.weir.rest.Writes;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code /v1/keys}: single API keys. What a key opens never changes, so there is no PUT. */
@Path("/v1/keys")
public class KeyResource {
  private final Writes writes;
  private final Reads reads;
  private final Keys keys;

  KeyResource(Writes writes, Reads reads, Keys keys) {
    this.writes = writes;
    this.reads = reads;
    this.keys = keys;
  }

  /** Makes a key, and shows its secret this one time. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> create(@BeanParam EntityTags tags, Body body) {
    tags.checkCollection();
    KeySettings settings = body.read(KeyContent::read);
    if (settings.isExpired(Instant.now())) {
      throw new InvalidContentException(
          List.of(Violation.field("/expiresAt", "must be a time that is still to come")));
    }
    KeyId id = KeyId.random();
    KeySecret secret = KeySecret.random(id);
    return writes.append(
        new CreateKey(id, settings, Hash.of(secret.text())),
        body,
        image -> {
          Key key = find(image, id);
          return Answers.created(
              "/v1/keys/" + id, KeyView.of(key), EntityTags.tag(key.revision().version()));
        },
        kept -> shown(kept, secret));
  }

  private static Answer shown(Answer kept, KeySecret secret) {
    Map<String, String> headers = new HashMap<>(kept.headers());
    headers.put("Cache-Control", "no-store");
    try {
      ObjectNode view = (ObjectNode) Json.MAPPER.readTree(kept.body());
      return new Answer(kept.status(), view.put("key", secret.text()).toString(), headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a key is answered as no JSON", e);
    }
  }

  /** Reads a key. */
  @GET
  @Path("/{id}")
  public Uni<Response> get(
      @PathParam("id") String segment, @BeanParam Fresh fresh, @BeanParam KnownTags known) {
    KeyId id = PathIds.read(segment, KeyId::new);
    return reads
        .image(fresh)
        .map(
            image -> {
              Key key = find(image, id);
              return Answers.read(
                  KeyView.of(key),
                  EntityTags.tag(key.revision().version()),
                  image.position(),
                  known);
            });
  }

  /** Revokes a key; it opens nothing here from then on, and nothing elsewhere within a second. */
  @DELETE
  @Path("/{id}")
  public Uni<Response> revoke(@PathParam("id") String segment, @BeanParam EntityTags tags) {
    KeyId id = PathIds.read(segment, KeyId::new);
    return writes
        .append(new RevokeKey(id, tags.precondition()), null, image -> Answers.deleted())
        .invoke(
            answer -> {
              // who only tries it has revoked nothing
              if (answer.getStatus() == Response.Status.NO_CONTENT.getStatusCode()) {
                keys.revoked(id);
              }
            });
  }

  private static Key find(GatewayImage image, KeyId id) {
    Key key = image.keys().get(id);
    if (key == null) {
      throw new ProblemException(Refusals.problem(List.of(Reasons.absent(id.value()))))
          .at(image.position());
    }
    return key;
  }
}
