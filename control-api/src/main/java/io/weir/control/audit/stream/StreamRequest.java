package io.weir.control.audit.stream;

import io.weir.contracts.content.Violation;
import io.weir.contracts.log.Hash;
import io.weir.contracts.value.InvalidValueException;
import io.weir.rest.Parameters;
import io.weir.rest.history.Events;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a stream is asked for.
 *
 * @param after the position that the first event comes after; null for what is to come
 * @param place where that was said, for complaints
 * @param hash of the event there; null if nobody said
 * @param filters SQL conditions with the value that every {@code ?} in them stands for
 */
record StreamRequest(
    @Nullable Long after, Place place, @Nullable Hash hash, Map<String, Object> filters) {
  private static final String LAST_EVENT_ID = "Last-Event-ID";
  private static final Map<String, String> FILTERS =
      Map.of(
          "subject", Events.OF_SUBJECT,
          "type", Events.OF_TYPE,
          "actor", Events.OF_ACTOR);

  /** Where the position was said. */
  enum Place {
    PARAMETER,
    HEADER;

    Violation complaint(String detail) {
      return this == HEADER
          ? Violation.header(LAST_EVENT_ID, detail)
          : Violation.parameter("after_position", detail);
    }
  }

  StreamRequest {
    filters = new LinkedHashMap<>(filters);
  }

  /**
   * Reads a request; a browser that connects again says {@code Last-Event-ID}, which then counts.
   *
   * @throws io.weir.contracts.content.InvalidContentException with every violation
   */
  static StreamRequest read(MultivaluedMap<String, String> given, HttpHeaders headers) {
    Parameters parameters = new Parameters();
    Long after =
        parameters.value(
            "after_position", given.getFirst("after_position"), text -> Events.position(text, 0));
    Hash hash = parameters.value("after_hash", given.getFirst("after_hash"), StreamRequest::hash);
    Place place = Place.PARAMETER;
    List<String> last =
        Objects.requireNonNullElse(headers.getRequestHeader(LAST_EVENT_ID), List.of());
    if (!last.isEmpty() && !last.getFirst().isEmpty()) {
      place = Place.HEADER;
      try {
        after = Events.position(last.getFirst(), 0);
        hash = null;
      } catch (InvalidValueException e) {
        parameters.add(place.complaint(String.valueOf(e.getMessage())));
      }
    }
    if (hash != null && (after == null || after == 0)) {
      parameters.add(Violation.parameter("after_hash", "is of the event at after_position"));
    }
    Map<String, Object> filters = new LinkedHashMap<>();
    FILTERS.forEach(
        (name, condition) -> {
          String value = parameters.value(name, given.getFirst(name), StreamRequest::words);
          if (value != null) {
            filters.put(condition, value);
          }
        });
    parameters.end();
    return new StreamRequest(after, place, hash, filters);
  }

  private static Hash hash(String text) {
    try {
      return new Hash(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException("must be 64 lower-case hexadecimal digits");
    }
  }

  private static String words(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValueException("must not contain control characters");
    }
    return text;
  }
}
