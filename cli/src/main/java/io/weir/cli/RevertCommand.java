package io.weir.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir revert 41}: puts back what an event changed. */
@Command(
    name = "revert",
    description = {
      "Puts back what an event changed, by a change that goes forward.",
      "What it made is deleted, what it deleted is made again. Refused if the same was changed"
          + " since."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RevertCommand implements Callable<Integer> {
  @Mixin private Management management;

  @Parameters(paramLabel = "POSITION", description = "Of the event, as weir log tells it.")
  private long position;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why; recorded (default: revert of POSITION).")
  private @Nullable String reason;

  @Option(names = "--dry-run", description = "Only tells what it would come to.")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    HttpResponse<String> answer =
        management.change(
            "/v1/events/" + position + "/revert",
            dryRun ? Map.of("dry_run", "true") : Map.of(),
            reason == null ? "revert of " + position : reason);
    PrintWriter out = spec.commandLine().getOut();
    if (dryRun) {
      JsonNode tried = Management.json(answer.body());
      for (JsonNode event : tried.path("events")) {
        out.println(
            Printable.text(event.path("type").asText() + " " + event.path("subject").asText()));
      }
      ChangeLines.of(tried.path("changes")).forEach(line -> out.println("  " + line));
    } else {
      answer
          .headers()
          .firstValue("Weir-Events")
          .ifPresentOrElse(
              events -> out.println(Printable.text(done(events, answer.headers()))),
              () -> out.println("nothing to put back: all is as it was before"));
    }
    out.flush();
    return 0;
  }

  private static String done(String events, HttpHeaders headers) {
    return headers.firstValue("Weir-Position").map(position -> position + "  ").orElse("")
        + events
        + headers.firstValue("Location").map(place -> "  " + place).orElse("");
  }
}
