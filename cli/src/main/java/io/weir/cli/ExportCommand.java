package io.weir.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir export --out FILE}: the ledger as a file; nothing is left of one that broke off. */
@Command(
    name = "export",
    description = "Writes the ledger into a file, with all that it takes to verify it.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ExportCommand implements Callable<Integer> {
  @Mixin private Management management;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
  private Path file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "ndjson",
      description = "ndjson, which can be verified, or csv (default: ${DEFAULT-VALUE}).")
  private String format;

  @Option(
      names = "--after",
      paramLabel = "POSITION",
      description = "Only what stands after this position.")
  private @Nullable String after;

  @Option(
      names = "--before",
      paramLabel = "POSITION",
      description = "Only what stands before this position.")
  private @Nullable String before;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("format", format);
    if (after != null) {
      query.put("after_position", after);
    }
    if (before != null) {
      query.put("before", before);
    }
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      String count =
          management.stream(
              "/v1/events/export",
              query,
              (body, headers) -> {
                write(body, part);
                return headers.firstValue("Weir-Export-Events").orElse("?");
              });
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      spec.commandLine().getOut().println(count + " events in " + file);
    } finally {
      Files.deleteIfExists(part);
    }
    return 0;
  }

  /** The last line of a whole export says so; without it the connection only seemed to end well. */
  private void write(InputStream body, Path part) throws IOException {
    Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
    if (format.equals("ndjson") && !LastLine.of(part).startsWith("{\"end\":")) {
      throw new IOException("the export broke off; nothing was written to " + file);
    }
  }
}
