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

/** {@code weir ledger}: what is done to the ledger itself. */
@Command(
    name = "ledger",
    description = "Looks after the ledger.",
    subcommands = {LedgerCommand.Recover.class, RotateKeyCommand.class})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class LedgerCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** {@code weir ledger recover}: a database that was restored gets back what the topic has. */
  @Command(
      name = "recover",
      description = {
        "Appends to a database that was restored from an older backup what the topic still has,",
        "proven by the chain, all or nothing. control-api does it, which has to run, and Kafka."
      },
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {
        "0:all that the topic has is in the ledger",
        "1:it is refused, and the text says which event is wrong; or there is no answer",
        "2:wrong arguments",
        "3:some of what the topic has is not in the ledger"
      })
  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  static final class Recover implements Callable<Integer> {
    @Mixin private Management management;

    @Option(
        names = "--from-topic",
        required = true,
        description = "Where the events are; there is no other place.")
    private boolean fromTopic;

    @Option(names = "--dry-run", description = "Only proves that it can be done.")
    private boolean dryRun;

    @Option(
        names = "--to",
        paramLabel = "N",
        description = "The last position to put back (default: all that the topic has).")
    private @Nullable Long to;

    @Option(names = "--json", description = "Prints what was done as one JSON object.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      Map<String, String> query = new LinkedHashMap<>();
      query.put("dry_run", Boolean.toString(dryRun));
      if (to != null) {
        query.put("to", Long.toString(to));
      }
      JsonNode done = management.post("/v1/ledger/recovery", query);
      PrintWriter out = spec.commandLine().getOut();
      out.println(json ? done.toString() : words(done));
      out.flush();
      return done.hasNonNull("left") ? 3 : 0;
    }

    private static String words(JsonNode done) {
      long before = done.path("before").asLong();
      long after = done.path("after").asLong();
      String words =
          before == after
              ? "nothing to put back: the database ends with event %d, the topic with event %d"
                  .formatted(before, done.path("topic").asLong())
              : "events %d to %d of %d commands %s back in ledger %s"
                  .formatted(
                      before + 1,
                      after,
                      done.path("commands").asLong(),
                      done.path("dryRun").asBoolean() ? "can be put" : "are",
                      done.path("ledgerId").asText());
      return done.hasNonNull("left") ? words + "\nleft: " + done.path("left").asText() : words;
    }
  }
}
