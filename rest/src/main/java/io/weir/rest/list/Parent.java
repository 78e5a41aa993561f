package io.weir.rest.list;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Moment;
import io.weir.rest.Fresh;
import io.weir.rest.PathIds;
import io.weir.rest.ProblemException;
import io.weir.rest.Reads;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The object that a list belongs to: named in the path, and 404 if the image has none.
 *
 * @param parameter of the path
 * @param values what the conditions look for, one each
 */
record Parent<K, T>(
    Reads reads,
    String parameter,
    Function<String, K> type,
    Function<GatewayImage, Map<K, T>> among,
    List<String> conditions,
    BiFunction<K, T, List<Object>> values)
    implements Within {
  /**
   * The values for the object that a request names, looked up when they are asked for, as of a
   * moment or else as things are; throws 404 at once if the path cannot name one.
   */
  @Override
  public Function<@Nullable Moment, Uni<List<Object>>> in(UriInfo request, Fresh fresh) {
    K id = PathIds.read(request, parameter, type);
    return moment ->
        (moment == null ? reads.image(fresh) : reads.image(moment)).map(image -> values(image, id));
  }

  private List<Object> values(GatewayImage image, K id) {
    T parent = among.apply(image).get(id);
    if (parent == null) {
      throw ProblemException.notFound("there is no " + id).at(image.position());
    }
    return values.apply(id, parent);
  }
}
