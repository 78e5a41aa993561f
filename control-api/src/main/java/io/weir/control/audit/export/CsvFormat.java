package io.weir.control.audit.export;

import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180 with a header, for spreadsheets. A text that one would take for a formula has an
 * apostrophe before it, and so has one that begins with an apostrophe, so that none is lost.
 */
final class CsvFormat implements ExportFormat {
  private static final String END = "\r\n";
  private static final String FORMULA = "=+-@\t\r\n'";

  /** What the hash of an event is of, and the hash: a column each, numbers, texts and lists. */
  static final Map<String, Function<Recorded, @Nullable Object>> COLUMNS = columns();

  private static Map<String, Function<Recorded, @Nullable Object>> columns() {
    Map<String, Function<Recorded, @Nullable Object>> columns = new LinkedHashMap<>();
    columns.put("ledgerId", event -> event.envelope().ledgerId());
    columns.put("position", event -> event.envelope().position());
    columns.put("stream", event -> event.envelope().stream());
    columns.put("version", event -> event.envelope().version());
    columns.put("commitStart", event -> event.envelope().commitStart());
    columns.put("commitSize", event -> event.envelope().commitSize());
    columns.put("id", event -> event.envelope().id());
    columns.put("type", event -> event.envelope().type());
    columns.put("subjects", event -> event.envelope().subjects());
    columns.put("actor", event -> event.envelope().actor());
    columns.put("authentication", event -> event.envelope().authentication());
    columns.put("reason", event -> event.envelope().reason());
    columns.put("commandId", event -> event.envelope().commandId());
    columns.put("correlation", event -> event.envelope().correlation());
    columns.put("recordedAt", event -> event.envelope().recordedAt());
    columns.put("prevHash", event -> event.envelope().prevHash());
    columns.put("data", Recorded::data);
    columns.put("hash", Recorded::hash);
    return columns;
  }

  @Override
  public String mediaType() {
    return "text/csv; charset=utf-8; header=present";
  }

  @Override
  public void begin(Writer out, Chain before, long last) throws IOException {
    out.write(String.join(",", COLUMNS.keySet()) + END);
  }

  @Override
  public void event(Writer out, Recorded recorded) throws IOException {
    String between = "";
    for (Function<Recorded, @Nullable Object> column : COLUMNS.values()) {
      out.write(between);
      out.write(cell(column.apply(recorded)));
      between = ",";
    }
    out.write(END);
  }

  @Override
  public void end(Writer out, Chain end, long count) {
    // every row of a table has the same columns: the answer's headers say how many there are
  }

  static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Number number -> number.toString();
      case List<?> texts ->
          text(texts.stream().map(String::valueOf).collect(Collectors.joining(" ")));
      default -> text(value.toString());
    };
  }

  private static String text(String value) {
    String safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
