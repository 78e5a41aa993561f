package io.weir.rest.history;

import io.weir.rest.PathIds;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.list.ListOf;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;

/**
 * The history of one object: every event that speaks of it, and of what belonged to it. It stays
 * when the object is gone; 404 only for what never was.
 */
public final class Histories {
  private Histories() {}

  /** Of an object named by the path parameter {@code id}. */
  public static ListOf of(Reads reads, ReadModel readModel, Function<String, ?> id) {
    return Events.list()
        .seen(
            reads,
            readModel,
            List.of(Events.OF_SUBJECT),
            request -> List.of(read(request, "id", id)));
  }

  /**
   * Of an object named by one path parameter that belongs to what another names: the events that
   * are in the history of both.
   */
  public static ListOf within(
      Reads reads,
      ReadModel readModel,
      String parameter,
      Function<String, ?> id,
      String ownerParameter,
      Function<String, ?> owner) {
    return Events.list()
        .seen(
            reads,
            readModel,
            List.of(Events.OF_SUBJECT, Events.OF_SUBJECT),
            request -> List.of(read(request, parameter, id), read(request, ownerParameter, owner)));
  }

  /** Of something that has no id of its own but the one that {@code name} makes of the path. */
  public static ListOf named(Reads reads, ReadModel readModel, Function<UriInfo, String> name) {
    return Events.list()
        .seen(
            reads, readModel, List.of(Events.OF_SUBJECT), request -> List.of(name.apply(request)));
  }

  private static String read(UriInfo request, String parameter, Function<String, ?> type) {
    return String.valueOf(PathIds.<Object>read(request, parameter, type::apply));
  }
}
