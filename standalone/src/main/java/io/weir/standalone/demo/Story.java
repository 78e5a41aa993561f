package io.weir.standalone.demo;

import io.weir.standalone.home.ComplaintException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the tour line by line, keeps count of what did not come out as promised, and calls the
 * management API for it: each call is a line, too.
 */
final class Story {

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
  private static final Pattern CALL =
      Pattern.compile("(?:(\\w+) *= )?(POST|PUT|DELETE) (\\S+)\\s*(.*)", Pattern.DOTALL);

  private final PrintStream out;
  private final URI management;
  private final Map<String, String> names = new HashMap<>();
  private String key = "";
  private int step;
  private int failures;
  private long position;

  /**
   * @param management the origin of the REST API
   */
  Story(PrintStream out, URI management) {
    this.out = out;
    this.management = management;
  }

  /** Shows this key from now on; none if it is empty. */
  void as(String secret) {
    key = secret;
  }

  void step(String title, Object... parts) {
    step++;
    out.printf("%n%2d  %s%n", step, String.format(Locale.ROOT, title, parts));
  }

  void say(String line, Object... parts) {
    out.println("    " + String.format(Locale.ROOT, line, parts));
  }

  /** A path of the management API. */
  URI address(String path) {
    return management.resolve(resolve(path));
  }

  /** One call and its answer. */
  void tell(String what, Answer answer, String remark) {
    say("%-64s %3d  %-20s %5d ms", what, answer.status(), remark, answer.millis());
  }

  /** Something the tour promises, and whether it is so. */
  void check(boolean holds, String promise, Object... parts) {
    failures += holds ? 0 : 1;
    say((holds ? "ok      " : "FAILED  ") + promise, parts);
  }

  /** Whether every promise was kept so far. */
  boolean isTrue() {
    return failures == 0;
  }

  /** The position of the latest write. */
  long position() {
    return position;
  }

  /** What {@code {name}} stands for from now on; for ids, those of the objects just made. */
  void name(String name, String value) {
    names.put(name, value);
  }

  /** The text with values in place of names. */
  String resolve(String text) {
    return NAME.matcher(text)
        .replaceAll(found -> names.getOrDefault(found.group(1), found.group()));
  }

  /**
   * Plays a script: a title begins a step, {@code id = METHOD PATH JSON} calls the management API
   * and names the id of what it made. What belongs to a line goes on below it, indented.
   *
   * @throws ComplaintException when a call does not succeed
   */
  void play(String script) throws IOException, InterruptedException, ComplaintException {
    for (String line : script.split("\n(?! )", -1)) {
      Matcher call = CALL.matcher(line.strip());
      if (call.matches()) {
        Answer answer = succeed(call.group(2), call.group(3), call.group(4));
        names.put(String.valueOf(call.group(1)), answer.text("id"));
        if (answer.body().has("reachability")) {
          say("reachability: %s", answer.body().path("reachability").path("status").asText());
        }
      } else if (!line.isBlank()) {
        step("%s", line);
      }
    }
  }

  /**
   * Calls the management API, with JSON unless the body is empty.
   *
   * @throws ComplaintException when it does not succeed
   */
  Answer succeed(String method, String path, String body)
      throws IOException, InterruptedException, ComplaintException {
    Answer answer = call(method, path, body);
    if (answer.status() / 100 != 2) {
      throw new ComplaintException(
          "%s %s answered %d: %s".formatted(method, resolve(path), answer.status(), answer.text()));
    }
    return answer;
  }

  /** Likewise, whatever the answer is. */
  Answer call(String method, String path, String body) throws IOException, InterruptedException {
    String resolved = resolve(path);
    Answer answer =
        Answer.to(
            method, management.resolve(resolved), management.getAuthority(), key, resolve(body));
    position = Math.max(position, answer.position());
    tell(
        method + " " + resolved,
        answer,
        switch (method) {
          case "POST" -> answer.text("id").isEmpty() ? answer.text("code") : answer.text("id");
          case "PUT", "PATCH" -> "position " + answer.position();
          default -> answer.text("code");
        });
    return answer;
  }
}
