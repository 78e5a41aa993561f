package io.weir.contracts.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies differences as the documentation says they are to be read, and in no other way. */
public final class Applied {
  private Applied() {}

  /** Sets what stands at a pointer, or removes it if {@code to} is null. */
  public static void set(ObjectNode content, String pointer, @Nullable JsonNode to) {
    String[] tokens = pointer.substring(1).split("/", -1);
    List<ObjectNode> way = new ArrayList<>(List.of(content));
    for (int i = 0; i < tokens.length - 1; i++) {
      ObjectNode in = way.getLast();
      String token = unescaped(tokens[i]);
      if (in.get(token) instanceof ArrayNode list) {
        element(list, tokens, i + 1, to);
        return;
      }
      way.add(in.withObjectProperty(token));
    }
    String last = unescaped(tokens[tokens.length - 1]);
    if (to == null) {
      way.getLast().remove(last);
      for (int i = way.size() - 1; i > 0 && way.get(i).isEmpty(); i--) {
        way.get(i - 1).remove(unescaped(tokens[i - 1]));
      }
    } else if (way.getLast().get(last) instanceof ArrayNode list && named(list) && texts(to)) {
      order(list, to);
    } else {
      way.getLast().set(last, to.deepCopy());
    }
  }

  private static void element(ArrayNode list, String[] tokens, int at, @Nullable JsonNode to) {
    String name = unescaped(tokens[at]);
    for (int i = 0; i < list.size(); i++) {
      if (name(list.get(i)).equals(name)) {
        if (at < tokens.length - 1) {
          String rest = String.join("/", List.of(tokens).subList(at + 1, tokens.length));
          set((ObjectNode) list.get(i), "/" + rest, to);
        } else if (to == null) {
          list.remove(i);
        }
        return;
      }
    }
    if (to == null) {
      throw new IllegalArgumentException("no " + name + " in " + list);
    }
    list.add(to.deepCopy());
  }

  private static void order(ArrayNode list, JsonNode names) {
    List<JsonNode> elements = new ArrayList<>();
    names.forEach(
        name ->
            list.forEach(
                element -> {
                  if (name(element).equals(name.textValue())) {
                    elements.add(element);
                  }
                }));
    list.removeAll().addAll(elements);
  }

  private static boolean named(ArrayNode list) {
    for (JsonNode element : list) {
      if (!element.has("address")) {
        return false;
      }
    }
    return !list.isEmpty();
  }

  private static boolean texts(JsonNode list) {
    for (JsonNode element : list) {
      if (!element.isTextual()) {
        return false;
      }
    }
    return true;
  }

  private static String name(JsonNode node) {
    String address = node.path("address").asText();
    return (address.contains(":") ? "[" + address + "]" : address)
        + ":"
        + node.path("port").asText();
  }

  private static String unescaped(String token) {
    return token.replace("~1", "/").replace("~0", "~");
  }
}
