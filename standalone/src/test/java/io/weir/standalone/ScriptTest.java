package io.weir.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
          .contains(
              "demo", "up", "down", "status", "logs", "open", "key", "chaos", "test", "build",
              "format", "golden", "version", "help");
    }
  }

  @Test
  void theVersionIsTheBuildsAndTheCommitWhereThereIsOne() throws Exception {
    String version = run(SCRIPT, "version").output();
    assertThat(version).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?(\\+[0-9a-f]{12}(-dirty)?)?\n");

    Files.copy(SCRIPT.resolveSibling("pom.xml"), elsewhere.resolve("pom.xml"));
    Path copy = Files.copy(SCRIPT, elsewhere.resolve("weir"), StandardCopyOption.COPY_ATTRIBUTES);
    assertThat(run(copy, "version").output()).isEqualTo(version.replaceFirst("\\+.*", ""));
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

  /**
   * A checkout with an admin key and, in place of what asks, something that shows what it knows.
   */
  private Path checkoutWithKey() throws IOException {
    Path copy = Files.copy(SCRIPT, elsewhere.resolve("weir"), StandardCopyOption.COPY_ATTRIBUTES);
    Path java = Files.createDirectories(elsewhere.resolve("jdk/bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        case $1 in
          -version) echo 'openjdk version "25.0.1"' >&2 ;;
          *) echo "key file: ${WEIR_KEY_FILE:-none}" ;;
        esac
        """);
    Files.copy(java, java.resolveSibling("javac"));
    for (Path program : List.of(java, java.resolveSibling("javac"))) {
      assertThat(program.toFile().setExecutable(true)).isTrue();
    }
    Files.createDirectories(elsewhere.resolve("cli/target"));
    Files.createFile(elsewhere.resolve("cli/target/cli.jar"));
    Files.createDirectories(elsewhere.resolve(".weir"));
    Files.createFile(elsewhere.resolve(".weir/admin.key"));
    return copy;
  }

  @Test
  void whoAsksTheWeirOfTheCheckoutShowsItsKeyAndNoOtherWeirSeesIt() throws Exception {
    Path weir = checkoutWithKey();
    String found = "key file: " + elsewhere.toRealPath().resolve(".weir/admin.key") + "\n";
    String none = "key file: none\n";

    assertThat(asked(weir, Map.of(), "log")).isEqualTo(found);
    assertThat(asked(weir, Map.of(), "key", "list", "--url", "http://localhost:18080"))
        .isEqualTo(found);
    assertThat(asked(weir, Map.of("WEIR_URL", "http://127.0.0.1:1"), "log")).isEqualTo(found);

    assertThat(asked(weir, Map.of("WEIR_KEY", "weir_x"), "log")).isEqualTo(none);
    assertThat(asked(weir, Map.of(), "log", "--key-file", "mine")).isEqualTo(none);
    assertThat(asked(weir, Map.of(), "log", "--key-file=mine")).isEqualTo(none);
    for (String other :
        List.of(
            "https://weir.example",
            "http://localhost.example",
            "http://localhost:80@weir.example",
            "http://127.0.0.1.example:8080")) {
      assertThat(asked(weir, Map.of(), "log", "--url", other)).as(other).isEqualTo(none);
      assertThat(asked(weir, Map.of(), "log", "--url=" + other)).as(other).isEqualTo(none);
      assertThat(asked(weir, Map.of("WEIR_URL", other), "log")).as(other).isEqualTo(none);
    }
  }

  private String asked(Path weir, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("JAVA_HOME", elsewhere.resolve("jdk").toString());
    Run run = run(weir, all, arguments);
    assertThat(run.exitCode()).as(run.output()).isZero();
    return run.output();
  }

  private Run run(Path program, String... arguments) throws IOException, InterruptedException {
    return run(program, Map.of(), arguments);
  }

  private Run run(Path program, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(elsewhere.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("WEIR_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }
}
