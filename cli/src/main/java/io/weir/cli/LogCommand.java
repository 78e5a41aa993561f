package io.weir.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weir log}: what happened, a line an event and one for each thing it changed. */
@Command(name = "log", description = "Lists what happened to the configuration, newest first.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class LogCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PAUSE_MILLIS = 1_000;
  private static final int PAGE = 100;

  @Mixin private Management management;
  @Mixin private LogFilters filters;

  @Option(names = "--oldest-first", description = "The other way round.")
  private boolean oldestFirst;

  @Option(
      names = {"-f", "--follow"},
      description = "Goes on with what happens, until it is stopped; from now, or after --after.")
  private boolean follow;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many events at most, 0 for all (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--summary", description = "Without what each of them changed.")
  private boolean summary;

  @Option(names = "--json", description = "Prints the events as JSON, one a line.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (limit < 0) {
      throw new ParameterException(spec.commandLine(), "--limit must not be negative");
    }
    PrintWriter out = spec.commandLine().getOut();
    var lines = new EventLines(out, json, summary);
    if (follow) {
      follow(lines, out);
    } else {
      list(lines);
    }
    out.flush();
    return 0;
  }

  private void list(EventLines lines) throws IOException {
    Map<String, String> query = filters.list();
    if (oldestFirst) {
      query.put("sort", "position");
    }
    if (summary) {
      query.put("fields", "summary");
    }
    long left = limit == 0 ? Long.MAX_VALUE : limit;
    String end = oldestFirst ? "after_position" : "before";
    boolean more = true;
    while (left > 0 && more) {
      query.put("limit", Long.toString(Math.min(left, PAGE)));
      JsonNode items = management.get("/v1/events", query).path("items");
      for (JsonNode event : items) {
        lines.print(event);
        query.put(end, event.path("position").asText());
      }
      left -= items.size();
      more = items.size() == PAGE;
    }
  }

  /** A connection that ends is made again, and goes on after the last event that was printed. */
  private void follow(EventLines lines, PrintWriter out) throws IOException {
    String unfit = filters.notForStreams();
    if (!unfit.isEmpty() || oldestFirst) {
      throw new ParameterException(
          spec.commandLine(),
          (unfit.isEmpty() ? "--oldest-first" : unfit) + " cannot be given together with --follow");
    }
    String[] last = {""};
    var events =
        new ServerSentEvents(
            (id, data) -> {
              lines.print(parsed(data));
              out.flush();
              last[0] = id;
            });
    boolean connected = false;
    while (!out.checkError()) {
      String[] resume = last[0].isEmpty() ? new String[0] : new String[] {"Last-Event-ID", last[0]};
      try {
        connected |=
            management.stream(
                "/v1/events/stream",
                filters.stream(),
                (body, headers) -> {
                  events.read(body);
                  return true;
                },
                resume);
      } catch (RefusedException e) {
        throw e;
      } catch (IOException e) {
        if (!connected && last[0].isEmpty()) {
          throw e;
        }
      }
      pause();
    }
  }

  private static JsonNode parsed(String data) {
    try {
      return JSON.readTree(data);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
