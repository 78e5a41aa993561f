package io.weir.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which events are meant. */
final class LogFilters {
  @Option(
      names = "--subject",
      paramLabel = "ID",
      description = "Only the history of this object, and of what belonged to it.")
  private @Nullable String subject;

  @Option(names = "--actor", paramLabel = "NAME", description = "Only what this actor did.")
  private @Nullable String actor;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Only events of this type, such as upstream.created or upstream.")
  private @Nullable String type;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only from this time on, such as 2026-01-31T10:42:00Z.")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Only before this time.")
  private @Nullable String until;

  @Option(
      names = "--after",
      paramLabel = "POSITION",
      description = "Only what stands after this position.")
  private @Nullable String after;

  @Option(
      names = "--before",
      paramLabel = "POSITION",
      description = "Only what stands before this position.")
  private @Nullable String before;

  @Option(
      names = {"-q", "--search"},
      paramLabel = "TEXT",
      description = "Only what has this text in it.")
  private @Nullable String search;

  /** As a list is asked. */
  Map<String, String> list() {
    Map<String, String> query = stream();
    put(query, "since", since);
    put(query, "until", until);
    put(query, "before", before);
    put(query, "q", search);
    return query;
  }

  /** As a stream is asked, which has no end and nothing to search. */
  Map<String, String> stream() {
    Map<String, String> query = new LinkedHashMap<>();
    put(query, "subject", subject);
    put(query, "actor", actor);
    put(query, "type", type);
    put(query, "after_position", after);
    return query;
  }

  /** What was said that no stream can be asked; empty if nothing. */
  String notForStreams() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "--since", since);
    put(given, "--until", until);
    put(given, "--before", before);
    put(given, "--search", search);
    return String.join(", ", given.keySet());
  }

  private static void put(Map<String, String> query, String name, @Nullable String value) {
    if (value != null) {
      query.put(name, value);
    }
  }
}
