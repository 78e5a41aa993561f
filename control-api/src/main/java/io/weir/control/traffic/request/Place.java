package io.weir.control.traffic.request;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.value.InvalidValueException;
import io.weir.rest.list.CursorText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;

/**
 * Where a request is among all, the newest first. It is the same in every process, so that any of
 * them can go on with a list that another one began.
 *
 * @param at when the request was over
 */
record Place(Instant at, String replicaId, String requestId) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::at)
          .reversed()
          .thenComparing(Place::replicaId)
          .thenComparing(Place::requestId);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /**
   * The text that asks for what comes after this place.
   *
   * @param question that the list answers; the cursor serves no other
   */
  String cursor(String question) {
    return CursorText.write(
        Json.MAPPER.createArrayNode().add(at.toString()).add(replicaId).add(requestId), question);
  }

  /**
   * The place that a text names.
   *
   * @throws InvalidValueException if the text is none that {@link #cursor} made for this question
   */
  static Place read(String cursor, String question) {
    ArrayNode place = CursorText.read(cursor, question, 3).orElse(null);
    if (place != null) {
      try {
        return new Place(
            Instant.parse(place.get(0).asText()), place.get(1).asText(), place.get(2).asText());
      } catch (DateTimeException e) {
        // the same answer: what is wrong with it helps nobody
      }
    }
    throw new InvalidValueException(
        "must be the cursor of a page of this very list, with the same filters");
  }
}
