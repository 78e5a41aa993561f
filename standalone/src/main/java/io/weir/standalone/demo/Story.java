package io.weir.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.platform.Answer;
import io.weir.standalone.process.Wait;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells the tour line by line, keeps count of what did not come out as promised, and calls the
 * management API for it: each call is a line, too.
 */
final class Story {

  /** Who the tour says it is, which is believed where nobody is asked to prove it. */
  static final String ACTOR = "demo";

  /** How long what follows a write may take to be seen. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
  private static final Pattern CALL =
      Pattern.compile(
          "(?:(?<name>\\w+) *= )?(?<method>GET|POST|PUT|PATCH|DELETE) (?<path>\\S+)\\s*(?<body>.*?)"
              + "(?:\\s*=> (?<status>\\d+) (?<words>.*))?",
          Pattern.DOTALL);

  /** A part of the tour that is more than calls of the management API. */
  @FunctionalInterface
  interface Action {
    void take() throws IOException, InterruptedException;
  }

  private final URI management;
  private final Map<String, String> names = new HashMap<>();
  private String key = "";
  private int step;
  private int failures;
  private long position;

  /**
   * @param management the origin of the REST API
   */
  Story(URI management) {
    this.management = management;
  }

  void step(String title) {
    step++;
    System.out.printf("%n%2d  %s%n", step, title);
  }

  void say(String line, Object... parts) {
    System.out.println("    " + String.format(Locale.ROOT, line, parts));
  }

  void tell(String what, Answer answer, String remark) {
    say("%-64s %3d  %-20s %5d ms", what, answer.status(), remark, answer.millis());
  }

  /** Something the tour promises, and whether it is so. */
  void check(boolean holds, String promise, Object... parts) {
    failures += holds ? 0 : 1;
    say((holds ? "ok      " : "FAILED  ") + promise, parts);
  }

  boolean isTrue() {
    return failures == 0;
  }

  /** The position of the latest write. */
  long position() {
    return position;
  }

  /** What {@code {name}} stands for from now on. */
  void name(String name, Object value) {
    names.put(name, value.toString());
  }

  String resolve(String text) {
    return NAME.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(names.getOrDefault(found.group(1), found.group())));
  }

  /**
   * Plays a script. What belongs to a line goes on below it, indented.
   *
   * <ul>
   *   <li>{@code as NAME}: the key of that name is shown from now on; none if there is no such name
   *   <li>{@code do NAME}: takes the action
   *   <li>{@code say TEXT}: no more than that
   *   <li>{@code METHOD PATH JSON}: calls the management API; with {@code name =} before it, names
   *       what it made, by its key or id, or else the position it wrote at; with {@code => STATUS
   *       WORDS} behind it, promises this answer
   *   <li>{@code list PATH | ROW | FIELDS | WORDS}: shows the items of a list, a row each, and
   *       promises any number of WORDS; a field is a JSON pointer into an item, and behind a comma
   *       what is shown in its place
   *   <li>anything else: the title of a step
   * </ul>
   *
   * @throws ComplaintException when a call fails and that is not what was promised
   */
  void play(String script, Map<String, Action> actions) throws IOException, InterruptedException {
    for (String paragraph : script.split("\n(?! )", -1)) {
      String line = paragraph.strip();
      String rest = line.substring(line.indexOf(' ') + 1);
      Matcher call = CALL.matcher(line);
      if (line.startsWith("as ")) {
        key = names.getOrDefault(rest, "");
      } else if (line.startsWith("do ")) {
        Objects.requireNonNull(actions.get(rest), rest).take();
      } else if (line.startsWith("say ")) {
        say("%s", resolve(rest));
      } else if (line.startsWith("list ")) {
        List<String> parts = List.of(rest.split("\\s*\\| ", -1));
        list(parts.get(0), parts.get(1), parts.get(2), parts.subList(3, parts.size()));
      } else if (call.matches()) {
        play(call);
      } else if (!line.isEmpty()) {
        step(resolve(line));
      }
    }
  }

  /**
   * Calls the management API, with JSON unless the body is empty.
   *
   * @throws ComplaintException when it does not succeed
   */
  Answer succeed(String method, String path, String body) throws IOException, InterruptedException {
    Answer answer = call(method, path, body);
    if (answer.status() / 100 != 2) {
      throw new ComplaintException(
          "%s %s answered %d: %s".formatted(method, resolve(path), answer.status(), answer.text()));
    }
    return answer;
  }

  /** The items of a list, read without a word of it. */
  JsonNode items(String path) throws IOException, InterruptedException {
    return ask("GET", path, "").body().path("items");
  }

  private void play(Matcher call) throws IOException, InterruptedException {
    String method = call.group("method");
    if (call.group("status") != null) {
      Answer answer = call(method, call.group("path"), call.group("body"));
      int status = Integer.parseInt(call.group("status"));
      String words = resolve(call.group("words"));
      String refusal = answer.text("detail");
      check(
          answer.status() == status && answer.text().contains(words),
          refusal.isEmpty() ? "answered %d with %s" : "refused: %3$s",
          status,
          words,
          refusal);
      return;
    }
    Answer answer = succeed(method, call.group("path"), call.group("body"));
    if (call.group("name") != null) {
      String made =
          Stream.of(answer.text("key"), answer.text("id"))
              .filter(one -> method.equals("POST") && !one.isEmpty())
              .findFirst()
              .orElse("" + position);
      name(call.group("name"), made);
    }
    if (answer.body().has("reachability")) {
      say("reachability: %s", answer.body().path("reachability").path("status").asText());
    }
  }

  /** Shown when everything promised is there, or patience is over. */
  private void list(String path, String row, String fields, List<String> promised)
      throws IOException, InterruptedException {
    List<String> expected = promised.stream().map(this::resolve).toList();
    Wait.until(
        PATIENCE,
        () -> {
          List<String> rows = rows(items(path), row, fields);
          return expected.stream().allMatch(words -> mentions(rows, words));
        });
    List<String> rows = rows(succeed("GET", path, "").body().path("items"), row, fields);
    rows.forEach(line -> say("%s", line));
    expected.forEach(words -> check(mentions(rows, words), "listed: %s", words));
  }

  private static boolean mentions(List<String> rows, String words) {
    return rows.stream().anyMatch(row -> row.replaceAll(" +", " ").contains(words));
  }

  private static List<String> rows(JsonNode items, String row, String fields) {
    return items
        .valueStream()
        .map(
            item ->
                String.format(
                    Locale.ROOT,
                    row,
                    Stream.of(fields.split(" ", -1)).map(field -> value(item, field)).toArray()))
        .toList();
  }

  private static String value(JsonNode item, String field) {
    return Stream.of(field.split(",", -1))
        .map(one -> one.startsWith("/") ? item.at(one).asText("") : one)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private Answer call(String method, String path, String body)
      throws IOException, InterruptedException {
    String called = method + " " + resolve(path);
    Answer answer = ask(method, path, body);
    long written = answer.headers().firstValueAsLong("Weir-Position").orElse(0);
    position = Math.max(position, written);
    name("position", position);
    tell(
        called,
        answer,
        switch (method) {
          case "POST" -> answer.text("id").isEmpty() ? answer.text("code") : answer.text("id");
          case "PUT", "PATCH" -> "position " + written;
          default -> answer.text("code");
        });
    return answer;
  }

  private Answer ask(String method, String path, String body)
      throws IOException, InterruptedException {
    return Answer.to(
        method,
        management.resolve(resolve(path)),
        key,
        resolve(body),
        "Weir-Actor",
        ACTOR,
        "Weir-Reason",
        "a tour of Weir");
  }
}
