package io.weir.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.topic.Topic;
import io.weir.transparency.verify.Finding;
import io.weir.transparency.verify.History;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A verb that reads a whole history: exit code 2 if it cannot be read. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
abstract class HistoryCommand implements Callable<Integer> {
  static final ObjectMapper JSON = new ObjectMapper();

  @ArgGroup(multiplicity = "1")
  private HistorySource source;

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      defaultValue = Topic.NAME,
      description = "The topic, if that is what is read (default: ${DEFAULT-VALUE}).")
  private String topic;

  @Option(
      names = "--kafka-settings",
      paramLabel = "FILE",
      description = "More settings of the Kafka client, such as TLS.")
  private @Nullable Path kafkaSettings;

  @Option(names = "--json", description = "Prints what comes out as one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      return run();
    } catch (IOException e) {
      PrintWriter errors = spec.commandLine().getErr();
      errors.println("weir: " + e.getMessage());
      errors.flush();
      return 2;
    }
  }

  /** Does it, and says how it ended. */
  abstract int run() throws IOException;

  /** What is made of a history; tells how far it is. */
  @FunctionalInterface
  interface Reading<T> {
    T of(History history, LongConsumer progress) throws IOException;
  }

  /** Reads the history that the options name. */
  <T> T read(Reading<T> reading) throws IOException {
    try (History history = source.open(topic, kafkaSettings);
        Progress progress = Progress.of(history.expected(), spec.commandLine().getErr())) {
      return reading.of(history, progress);
    }
  }

  boolean asJson() {
    return json;
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  static String line(Finding finding) {
    return finding.position() == 0
        ? "WRONG: " + finding.what()
        : "WRONG at position %d: %s".formatted(finding.position(), finding.what());
  }

  static void put(ObjectNode all, Finding finding) {
    all.putObject("finding").put("position", finding.position()).put("what", finding.what());
  }
}
