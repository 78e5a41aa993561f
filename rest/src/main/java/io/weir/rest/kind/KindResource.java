package io.weir.rest.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Answer;
import io.weir.ledger.command.Create;
import io.weir.ledger.command.Delete;
import io.weir.ledger.command.Kind;
import io.weir.ledger.command.Patch;
import io.weir.ledger.command.Replace;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;

/**
 * Single objects of one kind. The path of a subclass names the collection; one object is the
 * segment below it.
 *
 * @param <K> what names one object
 * @param <T> the object as it is in the image
 * @param <C> its content
 */
public abstract class KindResource<K, T, C> {
  private final Writes writes;
  private final Reads reads;
  private final Function<UriInfo, Kind<K, T, C>> kinds;

  /** Objects of a kind that depends on what the request is about, such as their service. */
  protected KindResource(Writes writes, Reads reads, Function<UriInfo, Kind<K, T, C>> kinds) {
    this.writes = writes;
    this.reads = reads;
    this.kinds = kinds;
  }

  /** Objects of a kind. */
  protected KindResource(Writes writes, Reads reads, Kind<K, T, C> kind) {
    this(writes, reads, request -> kind);
  }

  /**
   * Adds what a read of the object as it is knows beyond the image; nothing by default, and of the
   * past nothing in any case.
   */
  protected Uni<ObjectNode> complete(T object, ObjectNode view) {
    return Uni.createFrom().item(view);
  }

  /** Creates an object. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> create(@Context UriInfo request, @BeanParam EntityTags tags, Body body) {
    Kind<K, T, C> kind = kinds.apply(request);
    tags.checkCollection();
    Create<K, T, C> create;
    try {
      create = body.read(kind::create);
    } catch (InvalidContentException e) {
      return reads.image(new Fresh()).map(image -> malformed(kind, image, e));
    }
    return writes.append(
        create, body, image -> Shown.find(kind, image, create.key()).created(request.getPath()));
  }

  /** What is missing altogether goes before what is wrong with it. */
  private static <K, T, C> Response malformed(
      Kind<K, T, C> kind, GatewayImage image, InvalidContentException wrong) {
    var absentOwner = kind.absentOwner(image);
    if (absentOwner.isPresent()) {
      throw new ProblemException(Refusals.problem(List.of(absentOwner.get()))).at(image.position());
    }
    throw wrong;
  }

  /** Reads an object. */
  @GET
  @Path("/{id}")
  public Uni<Response> get(
      @Context UriInfo request, @BeanParam Fresh fresh, @BeanParam KnownTags known) {
    Kind<K, T, C> kind = kinds.apply(request);
    K key = PathIds.read(request, "id", kind::key);
    return reads
        .image(fresh)
        .chain(
            image -> {
              var shown = Shown.find(kind, image, key);
              Uni<ObjectNode> whole =
                  fresh.asksForThePast()
                      ? Uni.createFrom().item(shown.view())
                      : complete(shown.object(), shown.view());
              return whole.map(
                  view -> Answers.read(view, shown.tag(view), image.position(), known));
            });
  }

  /** Replaces the content of an object. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> replace(@Context UriInfo request, @BeanParam EntityTags tags, Body body) {
    Kind<K, T, C> kind = kinds.apply(request);
    K key = PathIds.read(request, "id", kind::key);
    return writes.append(
        new Replace<>(kind, key, body.object(), tags.precondition()),
        body,
        (before, after) -> replaced(kind, key, before, after, body));
  }

  private static <K, T, C> Answer replaced(
      Kind<K, T, C> kind, K key, GatewayImage before, GatewayImage after, Body body) {
    var was = Shown.find(kind, before, key);
    var is = Shown.find(kind, after, key);
    ObjectNode view = is.view();
    String tag = is.tag(view);
    FieldsReset.between(kind.content(was.object()), kind.content(is.object()), body.object())
        .ifPresent(warning -> warning.addTo(view));
    return Answers.changed(view, tag);
  }

  /** Changes parts of the content of an object. */
  @PATCH
  @Path("/{id}")
  @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
  public Uni<Response> patch(@Context UriInfo request, @BeanParam EntityTags tags, Body body) {
    Kind<K, T, C> kind = kinds.apply(request);
    K key = PathIds.read(request, "id", kind::key);
    return writes.append(
        new Patch<>(kind, key, body.mergePatch(), tags.precondition()),
        body,
        image -> Shown.find(kind, image, key).changed());
  }

  /** Deletes an object. */
  @DELETE
  @Path("/{id}")
  public Uni<Response> delete(@Context UriInfo request, @BeanParam EntityTags tags) {
    Kind<K, T, C> kind = kinds.apply(request);
    K key = PathIds.read(request, "id", kind::key);
    return writes.append(
        new Delete<>(kind, key, tags.precondition()), null, image -> Answers.deleted());
  }
}
