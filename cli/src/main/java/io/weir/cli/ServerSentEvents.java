package io.weir.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * Reads an event stream (HTML, section 9.2.6); comments and fields of no use here are passed by.
 */
final class ServerSentEvents {
  private final BiConsumer<String, String> told;
  private final StringBuilder data = new StringBuilder();
  private String id = "";

  /**
   * A reader.
   *
   * @param told takes the last id and the data of each event
   */
  ServerSentEvents(BiConsumer<String, String> told) {
    this.told = told;
  }

  /** Reads until the stream ends; what its end cuts off is no event. */
  void read(InputStream stream) throws IOException {
    data.setLength(0);
    var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      line(line);
    }
  }

  private void line(String line) {
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
    if (line.isEmpty()) {
      if (!data.isEmpty()) {
        told.accept(id, data.substring(0, data.length() - 1));
      }
      data.setLength(0);
    } else if (field.equals("data")) {
      data.append(value).append('\n');
    } else if (field.equals("id")) {
      id = value;
    }
  }
}
