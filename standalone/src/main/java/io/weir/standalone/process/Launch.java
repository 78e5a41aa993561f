package io.weir.standalone.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to run a program.
 *
 * @param environment added to the launcher's own
 */
public record Launch(List<String> command, Map<String, String> environment) {

  private static final File NOTHING = new File("/dev/null");

  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /**
   * Starts it in a session of its own, output and errors appended to the log. It works in the log's
   * folder, so that it holds no folder of the user's and what a crash leaves lies beside the log.
   */
  public Process start(Path log) throws IOException {
    LogFile.rotate(log);
    ProcessBuilder builder =
        new ProcessBuilder(OwnSession.of(command))
            .directory(log.resolveSibling(".").normalize().toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(NOTHING))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
