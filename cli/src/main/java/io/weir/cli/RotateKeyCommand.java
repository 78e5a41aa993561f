package io.weir.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir ledger rotate-key}: checkpoints are signed with a new key from now on. */
@Command(
    name = "rotate-key",
    description = {
      "Puts a new key in the place of the one that signs checkpoints, by events that name both.",
      "What the old key signed stays to be verified with it: keep both with your checkpoints."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the new key signs",
      "1:it is refused, as by a control-api that does not sign, and nothing was changed; or there"
          + " is no answer",
      "2:wrong arguments"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RotateKeyCommand implements Callable<Integer> {
  @Mixin private Management management;

  @Option(names = "--json", description = "Prints all keys, of all times, as one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    JsonNode keys = management.post("/v1/ledger/keys", Map.of());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(keys);
    } else {
      print(keys, out);
    }
    out.flush();
    return 0;
  }

  /** The newest key, and the one that was retired for it, if there was one. */
  private static void print(JsonNode keys, PrintWriter out) {
    newest(keys, "created")
        .forEach(
            key ->
                out.println(
                    "%s signs from event %d on: %s"
                        .formatted(
                            key.path("id").asText(),
                            key.path("created").asLong(),
                            key.path("verifierKey").asText())));
    newest(keys, "retired")
        .forEach(
            key ->
                out.println(
                    "%s was retired by event %d; keep it for what it signed: %s"
                        .formatted(
                            key.path("id").asText(),
                            key.path("retired").asLong(),
                            key.path("verifierKey").asText())));
  }

  private static Stream<JsonNode> newest(JsonNode keys, String event) {
    return StreamSupport.stream(keys.path("items").spliterator(), false)
        .filter(key -> key.hasNonNull(event))
        .max(Comparator.comparingLong(key -> key.path(event).asLong()))
        .stream();
  }
}
