package io.weir.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** Events on a terminal: a line each, and below it a line for each thing it changed. */
final class EventLines {
  private final PrintWriter out;
  private final boolean json;
  private final boolean summary;

  /**
   * Prints events.
   *
   * @param json whether as the API says them, one a line
   * @param summary whether without what they changed
   */
  EventLines(PrintWriter out, boolean json, boolean summary) {
    this.out = out;
    this.json = json;
    this.summary = summary;
  }

  void print(JsonNode event) {
    if (json) {
      out.println(event);
      return;
    }
    out.println(line(event));
    if (!summary) {
      ChangeLines.of(event.path("changes")).forEach(change -> out.println("        " + change));
    }
  }

  private static String line(JsonNode event) {
    String reason = event.path("reason").asText();
    return Printable.text(
        "%6d  %s  %-12s  %-34s  %s%s"
            .formatted(
                event.path("position").asLong(),
                event.path("recordedAt").asText(),
                event.path("actor").asText(),
                event.path("type").asText(),
                event.path("stream").asText(),
                reason.isEmpty() ? "" : "  \"" + reason + "\""));
  }
}
