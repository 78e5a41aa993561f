package io.weir.rest;

import io.weir.contracts.value.InvalidValueException;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;

/** Ids in request paths: a malformed one names nothing, so the answer is 404 and not 400. */
public final class PathIds {
  private PathIds() {}

  /** Reads one segment; throws the problem 404 NOT_FOUND if it cannot be an id of that type. */
  public static <T> T read(String segment, Function<String, T> type) {
    try {
      return type.apply(segment);
    } catch (InvalidValueException e) {
      throw ProblemException.notFound("there is no " + segment);
    }
  }

  /** Reads the path parameter {@code name}, as {@link #read(String, Function)} does. */
  public static <T> T read(UriInfo request, String name, Function<String, T> type) {
    return read(request.getPathParameters().getFirst(name), type);
  }
}
