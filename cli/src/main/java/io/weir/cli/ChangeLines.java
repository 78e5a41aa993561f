package io.weir.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Differences in words: {@code nodes/10.0.0.1:8080/weight: 5 -> 7}. */
final class ChangeLines {
  private ChangeLines() {}

  /** A line a difference; what was not there before or is not there after is said by the sign. */
  static List<String> of(JsonNode changes) {
    List<String> lines = new ArrayList<>();
    for (JsonNode change : changes) {
      String place = place(change.path("pointer").asText());
      JsonNode from = change.get("from");
      JsonNode to = change.get("to");
      if (from == null) {
        lines.add("+ " + place + ": " + value(to));
      } else if (to == null) {
        lines.add("- " + place + ": " + value(from));
      } else {
        lines.add("  " + place + ": " + value(from) + " -> " + value(to));
      }
    }
    return lines;
  }

  private static String place(String pointer) {
    return Printable.text(pointer.replaceFirst("^/", "").replace("~1", "/").replace("~0", "~"));
  }

  private static String value(JsonNode value) {
    return Printable.text(value.isTextual() ? quoted(value.textValue()) : value.toString());
  }

  /** Plain words stand as they are; what could be taken for something else is JSON. */
  private static String quoted(String text) {
    return text.matches("[\\w./:-]+") ? text : "\"" + text.replace("\"", "\\\"") + "\"";
  }
}
