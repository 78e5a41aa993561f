package io.weir.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the root of the checkout, run as a user does. */
class ScriptTest {

  private static final Path SCRIPT = Path.of("..", "weir").toAbsolutePath().normalize();

  private record Run(int exitCode, String output) {}

  @TempDir Path elsewhere;

  @Test
  void helpNamesEveryVerb() throws Exception {
    for (String help : List.of("help", "--help", "-h")) {
      Run run = run(SCRIPT, help);
      assertThat(run.exitCode()).isZero();
      assertThat(run.output())
          .contains("demo", "up", "down", "status", "logs", "test", "build", "help");
    }
  }

  @Test
  void anUnknownVerbIsNamedAndEndsWithTwo() throws Exception {
    Run run = run(SCRIPT, "start");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).startsWith("weir: there is no verb \"start\"");
  }

  @Test
  void worksThroughSymbolicLinksFromAnywhere() throws Exception {
    Path link = Files.createSymbolicLink(elsewhere.resolve("link"), SCRIPT);
    Path relative = Files.createSymbolicLink(elsewhere.resolve("relative"), Path.of("link"));
    assertThat(run(link, "help").exitCode()).isZero();
    assertThat(run(relative, "help").output()).isEqualTo(run(SCRIPT, "help").output());
  }

  @Test
  void isPlainBashWithoutSyntaxErrors() throws Exception {
    assertThat(run(Path.of("/bin/bash"), "-n", SCRIPT.toString())).isEqualTo(new Run(0, ""));
  }

  private Run run(Path program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(elsewhere.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }
}
