package io.weir.rest.list;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.codec.Json;
import io.weir.contracts.value.InvalidValueException;
import java.util.ArrayList;
import java.util.List;

/** A place in a list: after the row with these keys, whether that is still there or not. */
final class Cursor {
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
    return CursorText.write(text, question);
  }

  /**
   * The place that a page comes after.
   *
   * @throws InvalidValueException if the text is none that {@link #after} made for this question
   */
  static Place read(String text, Order order, String question) {
    ArrayNode found = CursorText.read(text, question, order.keys().size() + 1).orElse(null);
    if (found != null) {
      try {
        String ledger = found.remove(0).asText();
        List<Object> keys = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
          keys.add(order.keys().get(i).type().read(found.get(i).asText()));
        }
        return new Place(keys, ledger);
      } catch (IllegalArgumentException e) {
        // the same answer: what is wrong with it helps nobody
      }
    }
    throw new InvalidValueException(
        "must be the cursor of a page of this very list, with the same filters and order");
  }
}
