package io.weir.control.traffic.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.log.Hash;
import io.weir.contracts.value.InvalidValueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
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

  private static final int HASH_DIGITS = 16;

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
    ArrayNode text = Json.MAPPER.createArrayNode();
    text.add(at.toString()).add(replicaId).add(requestId);
    text.insert(0, hash(text, question));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The place that a text names.
   *
   * @throws InvalidValueException if the text is none that {@link #cursor} made for this question
   */
  static Place read(String cursor, String question) {
    try {
      if (Json.MAPPER.readTree(Base64.getUrlDecoder().decode(cursor)) instanceof ArrayNode text
          && text.size() == 4) {
        JsonNode hash = text.remove(0);
        if (hash.asText().equals(hash(text, question))) {
          return new Place(
              Instant.parse(text.get(0).asText()), text.get(1).asText(), text.get(2).asText());
        }
      }
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      // the same answer: what is wrong with it helps nobody
    }
    throw new InvalidValueException(
        "must be the cursor of a page of this very list, with the same filters");
  }

  private static String hash(ArrayNode keys, String question) {
    return Hash.of(question + keys).hex().substring(0, HASH_DIGITS);
  }
}
