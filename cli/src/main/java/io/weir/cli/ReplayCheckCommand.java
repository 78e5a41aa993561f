package io.weir.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir replay-check}: whether all processes made the same of the same events. */
@Command(
    name = "replay-check",
    description = "Compares the configurations of all processes with a fold of the ledger.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all agree",
      "1:one differs, or is ahead of the ledger; or there is no answer",
      "2:wrong arguments",
      "3:none differs, and some cannot be compared"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ReplayCheckCommand implements Callable<Integer> {
  @Mixin private Management management;

  @Option(
      names = "--at",
      paramLabel = "N",
      description = "The position to compare at (default: the newest that each has told).")
  private @Nullable Long at;

  @Option(names = "--json", description = "Prints what was found as one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Map<String, String> query = new LinkedHashMap<>();
    if (at != null) {
      query.put("at", Long.toString(at));
    }
    JsonNode check = management.get("/v1/replay-check", query);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(check);
    } else {
      out.println(
          "%s at event %d: %s"
              .formatted(
                  check.path("verdict").asText(),
                  check.path("position").asLong(),
                  check.path("hash").asText()));
      for (JsonNode process : check.path("processes")) {
        out.println(
            "%-8s  %-11s  %-24s  %s"
                .formatted(
                    process.path("status").asText(),
                    process.path("kind").asText(),
                    process.path("id").asText(),
                    process.path("detail").asText()));
      }
    }
    out.flush();
    return switch (check.path("verdict").asText()) {
      case "AGREES" -> 0;
      case "INCOMPLETE" -> 3;
      default -> 1;
    };
  }
}
