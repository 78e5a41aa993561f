package io.weir.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.standalone.home.ComplaintException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The end of the tour: two people change the upstream, and an auditor finds out who, what it was in
 * between and what was refused, and proves it from a file, without asking Weir again.
 */
final class Inquiry {
  private static final int PATIENCE_SECONDS = 20;
  private static final String UPSTREAM = "/v1/upstreams/{upstream}";

  private final Story story;
  private final People people;
  private final Path verifier;
  private final Path export;

  /**
   * @param verifier the jar that has {@code verify}
   * @param export the file to write
   */
  Inquiry(Story story, People people, Path verifier, Path export) {
    this.story = story;
    this.people = people;
    this.verifier = verifier;
    this.export = export;
  }

  void take() throws IOException, InterruptedException, ComplaintException {
    story.step("Two people change the upstream, one after the other");
    people.first();
    story.succeed("PATCH", UPSTREAM, "{\"retries\": 3}");
    long between = story.position();
    people.second();
    story.succeed("PATCH", UPSTREAM, "{\"retries\": 8}");
    people.audit();
    history();
    asItWas(between);
    refused();
    prove();
  }

  private void history() throws IOException, InterruptedException, ComplaintException {
    story.step("An auditor asks who changed it, and what");
    JsonNode events =
        story
            .succeed("GET", UPSTREAM + "/history?limit=2&min_position=" + story.position(), "")
            .body()
            .path("items");
    for (JsonNode event : events) {
      for (JsonNode change : event.path("changes")) {
        story.say(
            "%6d  %s: %s -> %s  by %s, proven by %s",
            event.path("position").asLong(),
            change.path("pointer").asText(),
            change.path("from"),
            change.path("to"),
            event.path("actor").asText(),
            event.path("authentication").asText());
      }
    }
    List<String> actors = events.valueStream().map(event -> event.path("actor").asText()).toList();
    story.check(
        actors.equals(people.lastTwo())
            && Objects.equals(changed(events, 0), "3 -> 8")
            && Objects.equals(changed(events, 1), "5 -> 3"),
        "both are named, with what each changed");
  }

  private static String changed(JsonNode events, int index) {
    return events
        .path(index)
        .path("changes")
        .valueStream()
        .filter(change -> change.path("pointer").asText().equals("/retries"))
        .map(change -> change.path("from") + " -> " + change.path("to"))
        .collect(Collectors.joining());
  }

  private void asItWas(long between) throws IOException, InterruptedException, ComplaintException {
    story.step("The upstream as it was between the two");
    Answer then = story.succeed("GET", UPSTREAM + "?at=" + between, "");
    Answer now = story.succeed("GET", UPSTREAM, "");
    story.check(
        then.body().path("retries").asInt() == 3 && now.body().path("retries").asInt() == 8,
        "%d retries then, %d now",
        then.body().path("retries").asInt(),
        now.body().path("retries").asInt());
  }

  /** Attempts are written behind the answers. */
  private void refused() throws IOException, InterruptedException, ComplaintException {
    story.step("What was refused");
    String expected = people.knowsPeople() ? "FORBIDDEN" : "IN_USE";
    JsonNode found = story.succeed("GET", "/v1/attempts?limit=5", "").body().path("items");
    for (int i = 0; i < PATIENCE_SECONDS * 5 && !mentions(found, expected); i++) {
      TimeUnit.MILLISECONDS.sleep(200);
      found = people.get(story.address("/v1/attempts?limit=5")).body().path("items");
    }
    for (JsonNode attempt : found) {
      story.say(
          "%-56s %-16s by %s",
          attempt.path("operation").asText(),
          attempt.path("code").asText(),
          attempt.path("actor").asText("nobody"));
    }
    story.check(mentions(found, expected), "refused and kept: %s", expected);
  }

  private static boolean mentions(JsonNode attempts, String code) {
    return attempts.valueStream().anyMatch(it -> it.path("code").asText().equals(code));
  }

  private void prove() throws IOException, InterruptedException, ComplaintException {
    story.step("The ledger in a file, verified by a process that asks nobody");
    Answer ledger = story.succeed("GET", "/v1/events/export?format=ndjson", "");
    Files.writeString(export, ledger.text() + "\n");
    Process verifying =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                verifier.toString(),
                "verify",
                "--export",
                export.toString())
            .redirectErrorStream(true)
            .start();
    verifying.getOutputStream().close();
    String said = new String(verifying.getInputStream().readAllBytes());
    int code = verifying.waitFor();
    said.lines().forEach(line -> story.say("%s", line));
    story.check(code == 0, "%s is what was recorded, from its first event on", export);
  }
}
