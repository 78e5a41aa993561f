package io.weir.rest.list;

import io.smallrye.mutiny.Uni;
import io.weir.ledger.Moment;
import io.weir.rest.Fresh;
import io.weir.rest.Freshness;
import io.weir.rest.ProblemException;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that is or was: its history stays when it is gone. 404 once the read model knows all
 * that the ledger does and nothing of this.
 *
 * @param relation where its traces are
 * @param conditions that a trace fulfils, each with one {@code ?}
 * @param names reads the path into a value for each; throws 404 if it cannot name anything
 */
record Seen(
    Reads reads,
    ReadModel readModel,
    String relation,
    List<String> conditions,
    Function<UriInfo, List<Object>> names)
    implements Within {
  private static final long WAIT_MILLIS = 5_000;

  Seen {
    conditions = List.copyOf(conditions);
  }

  @Override
  public Function<@Nullable Moment, Uni<List<Object>>> in(UriInfo request, Fresh fresh) {
    List<Object> named = names.apply(request);
    return _ -> known(named).chain(known -> known ? item(named) : wait(named, fresh));
  }

  private static Uni<List<Object>> item(List<Object> named) {
    return Uni.createFrom().item(named);
  }

  private Uni<Boolean> known(List<Object> named) {
    List<String> numbered = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      numbered.add(conditions.get(i).replace("?", "$" + (i + 1)));
    }
    return readModel
        .first(
            "select 1 from %s t where %s limit 1"
                .formatted(relation, String.join(" and ", numbered)),
            named)
        .map(Optional::isPresent);
  }

  /** It may have come to be a moment ago. */
  private Uni<List<Object>> wait(List<Object> named, Fresh fresh) {
    return reads
        .image(fresh)
        .chain(
            image ->
                readModel
                    .reached(new Freshness(image.position(), WAIT_MILLIS))
                    .chain(() -> known(named))
                    .map(
                        known -> {
                          if (!known) {
                            throw ProblemException.notFound(
                                    "there is nothing, and never was, that is called "
                                        + named.getFirst())
                                .at(image.position());
                          }
                          return named;
                        }));
  }
}
