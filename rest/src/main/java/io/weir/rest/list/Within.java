package io.weir.rest.list;

import io.smallrye.mutiny.Uni;
import io.weir.ledger.Moment;
import io.weir.rest.Fresh;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a list belongs to: named in the path, and 404 if there is no such thing. */
sealed interface Within permits Parent, Seen {
  /** Conditions that narrow the list to it; every {@code ?} stands for a value, one each. */
  List<String> conditions();

  /**
   * The values for what a request names, looked up when they are asked for, as of a moment or else
   * as things are; throws 404 at once if the path cannot name one.
   */
  Function<@Nullable Moment, Uni<List<Object>>> in(UriInfo request, Fresh fresh);
}
