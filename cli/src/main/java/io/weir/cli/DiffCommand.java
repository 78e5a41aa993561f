package io.weir.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir diff 120 140}: what is different between two configurations, object by object. */
@Command(
    name = "diff",
    description = "Says what is different between the configurations of two moments.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:they are the same", "1:they differ", "2:that cannot be told"},
    exitCodeOnExecutionException = 2)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DiffCommand implements Callable<Integer> {
  private static final int SAME = 0;
  private static final int DIFFERENT = 1;

  @Mixin private Management management;

  @Parameters(
      index = "0",
      paramLabel = "FROM",
      description = "A position, or a time such as 2026-01-31T10:42:00Z.")
  private String from;

  @Parameters(index = "1", paramLabel = "TO", description = "Another.")
  private String to;

  @Option(names = "--json", description = "Prints the objects as JSON, one a line.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("from", from);
    query.put("to", to);
    JsonNode answer = management.get("/v1/diff", query);
    PrintWriter out = spec.commandLine().getOut();
    JsonNode objects = answer.path("objects");
    if (!json && !objects.isEmpty()) {
      out.println("from %s to %s".formatted(answer.path("from"), answer.path("to")));
    }
    for (JsonNode object : objects) {
      if (json) {
        out.println(object);
      } else {
        out.println(
            Printable.text(object.path("stream").asText() + " " + object.path("change").asText()));
        ChangeLines.of(object.path("changes")).forEach(line -> out.println("  " + line));
      }
    }
    out.flush();
    return objects.isEmpty() ? SAME : DIFFERENT;
  }
}
