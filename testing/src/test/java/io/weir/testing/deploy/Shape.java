package io.weir.testing.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares a document with the fields it may and must have; the notation is in kubernetes.yaml. */
final class Shape {
  private Shape() {}

  /** Everything wrong with the document, each with its place; empty is right. */
  static List<String> faults(Object document, Object shape) {
    var faults = new ArrayList<String>();
    compare("", document, shape, faults);
    return faults;
  }

  private static void compare(String place, Object node, Object shape, List<String> faults) {
    switch (shape) {
      case Map<?, ?> fields -> compareMap(place, node, StrictYaml.map(fields), faults);
      case List<?> element -> {
        if (!(node instanceof List<?> list) || list.isEmpty()) {
          faults.add(place + " must be a list with something in it");
          return;
        }
        for (int i = 0; i < list.size(); i++) {
          compare(place + "/" + i, list.get(i), element.getFirst(), faults);
        }
      }
      default -> {
        if (!matches(node, shape.toString())) {
          faults.add(place + " must be " + shape + ", not " + node);
        }
      }
    }
  }

  private static void compareMap(
      String place, Object node, Map<String, Object> fields, List<String> faults) {
    if (!(node instanceof Map<?, ?> map)) {
      faults.add(place + " must be a mapping");
      return;
    }
    fields.forEach(
        (field, shape) -> {
          String name = field.replace("!", "");
          if (map.containsKey(name)) {
            compare(place + "/" + name, map.get(name), shape, faults);
          } else if (field.endsWith("!")) {
            faults.add(place + "/" + name + " is missing");
          }
        });
    for (Object key : map.keySet()) {
      if (!fields.containsKey(key.toString()) && !fields.containsKey(key + "!")) {
        faults.add(place + "/" + key + " is not a field we know");
      }
    }
  }

  private static boolean matches(Object node, String type) {
    return switch (type) {
      case "string" -> node instanceof String text && !text.isBlank();
      case "int" -> node instanceof Integer number && number >= 0;
      case "bool" -> node instanceof Boolean;
      case "map" ->
          node instanceof Map<?, ?> map
              && map.values().stream().allMatch(value -> value instanceof String);
      case "any" -> node != null;
      default -> type.startsWith("=") && type.substring(1).equals(String.valueOf(node));
    };
  }
}
