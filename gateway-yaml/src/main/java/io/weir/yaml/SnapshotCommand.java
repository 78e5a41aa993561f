package io.weir.yaml;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Snapshot;
import io.weir.contracts.value.Environment;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a snapshot file; exit code 1 if there is nothing to make it of. */
@Command(
    name = "snapshot",
    mixinStandardHelpOptions = true,
    description =
        "Makes a file that a replica serves without Kafka (--snapshot FILE), from a"
            + " running Weir or from YAML.",
    sortOptions = false,
    usageHelpAutoWidth = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class SnapshotCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  private Source source;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file to write; one that exists is replaced at once, never half.")
  private Path out;

  @Option(
      names = "--schema",
      help = true,
      description = "Prints a JSON Schema of what --yaml reads and makes no file.")
  private boolean schema;

  @Spec private CommandSpec spec;

  /** Makes the file that the arguments ask for. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SnapshotCommand()).execute(arguments));
  }

  /** Where the configuration comes from. */
  private static final class Source {
    @Option(
        names = "--from",
        paramLabel = "URL",
        description = "A running Weir's management address, such as http://localhost:8080.")
    private @Nullable URI from;

    @Option(
        names = "--yaml",
        paramLabel = "FILE",
        description = "A configuration as docs/snapshot.md describes it.")
    private @Nullable Path yaml;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter errors = spec.commandLine().getErr();
    try {
      if (schema) {
        spec.commandLine().getOut().println(GatewaySchema.text());
        return 0;
      }
      GatewayImage image =
          source.yaml == null
              ? RunningWeir.read(Objects.requireNonNull(source.from))
              : GatewayYaml.read(text(source.yaml));
      write(image);
      tell(image);
      return 0;
    } catch (InvalidYamlException e) {
      e.violations().forEach(violation -> errors.println(source.yaml + ":" + violation));
    } catch (IOException | IllegalArgumentException e) {
      errors.println("No snapshot is made: " + e.getMessage());
    }
    return 1;
  }

  private static String text(Path yaml) throws IOException {
    try {
      return Files.readString(yaml);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + yaml, e);
    } catch (CharacterCodingException e) {
      throw new IOException(yaml + " is not text in UTF-8", e);
    }
  }

  private void write(GatewayImage image) throws IOException {
    Path beside = out.resolveSibling(out.getFileName() + ".tmp");
    try {
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(beside))) {
        new Snapshot(image, -1).write(stream);
      }
      Files.move(beside, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private void tell(GatewayImage image) {
    PrintWriter output = spec.commandLine().getOut();
    output.printf(
        "%s: position %d, %d upstreams, %d services%n",
        out, image.position(), image.upstreams().size(), image.services().size());
    for (Service service : image.services().values()) {
      output.printf(
          "  %s: %s in %s%n",
          service.settings().name(),
          service.id(),
          service.environments().isEmpty()
              ? "no environment"
              : service.environments().keySet().stream()
                  .map(Environment::value)
                  .collect(Collectors.joining(", ")));
    }
    output.flush();
  }
}
