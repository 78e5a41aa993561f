package io.weir.rest.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.codec.Json;
import io.weir.contracts.log.Hash;
import io.weir.contracts.value.InvalidValueException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A place in a list: after the row with these keys, whether that is still there or not. Its text
 * holds a hash of the keys and of the question they answer, so that a cursor of another list, or of
 * the same with another filter or order, is recognised.
 */
final class Cursor {
  private static final int HASH_DIGITS = 16;

  private Cursor() {}

  /**
   * Where to go on.
   *
   * @param ledger whose rows it is a place among
   */
  record Place(List<Object> keys, String ledger) {}

  /** The place after a row of a ledger. */
  static String after(Row row, Order order, String question, String ledger) {
    ArrayNode text = Json.MAPPER.createArrayNode();
    text.add(ledger);
    for (int i = 0; i < order.keys().size(); i++) {
      text.add(order.keys().get(i).type().write(row, Order.column(i)));
    }
    text.insert(0, hash(text, question));
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Json.MAPPER.writeValueAsBytes(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + text, e);
    }
  }

  /**
   * The place that a page comes after.
   *
   * @throws InvalidValueException if the text is none that {@link #after} made for this question
   */
  static Place read(String text, Order order, String question) {
    try {
      if (Json.MAPPER.readTree(Base64.getUrlDecoder().decode(text)) instanceof ArrayNode found
          && found.size() == order.keys().size() + 2) {
        JsonNode hash = found.remove(0);
        if (hash.asText().equals(hash(found, question))) {
          String ledger = found.remove(0).asText();
          List<Object> keys = new ArrayList<>();
          for (int i = 0; i < found.size(); i++) {
            keys.add(order.keys().get(i).type().read(found.get(i).asText()));
          }
          return new Place(keys, ledger);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // the same answer: what is wrong with it helps nobody
    }
    throw new InvalidValueException(
        "must be the cursor of a page of this very list, with the same filters and order");
  }

  private static String hash(ArrayNode keys, String question) {
    return Hash.of(question + keys).hex().substring(0, HASH_DIGITS);
  }
}
