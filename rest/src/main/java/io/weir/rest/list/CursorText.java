package io.weir.rest.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.log.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in a list as text. It holds a hash of the place and of the question that the list
 * answers, so that a cursor of another list, or of the same with another filter or order, is
 * recognised.
 */
public final class CursorText {
  private static final int HASH_DIGITS = 16;

  private CursorText() {}

  /** Of a place, which is texts and numbers. */
  public static String write(ArrayNode place, String question) {
    ArrayNode text = Json.MAPPER.createArrayNode().add(hash(place, question)).addAll(place);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The place.
   *
   * @param size how many texts and numbers it is of
   * @return empty if the text is none that {@link #write} made of such a place for this question
   */
  public static Optional<ArrayNode> read(String text, String question, int size) {
    try {
      if (Json.MAPPER.readTree(Base64.getUrlDecoder().decode(text)) instanceof ArrayNode place
          && place.size() == size + 1) {
        JsonNode hash = place.remove(0);
        return Optional.of(place).filter(_ -> hash.asText().equals(hash(place, question)));
      }
    } catch (IOException | IllegalArgumentException e) {
      // the same answer: what is wrong with it helps nobody
    }
    return Optional.empty();
  }

  private static String hash(ArrayNode place, String question) {
    return Hash.of(question + place).hex().substring(0, HASH_DIGITS);
  }
}
