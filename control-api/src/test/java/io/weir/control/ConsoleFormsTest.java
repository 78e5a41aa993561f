package io.weir.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Runs the console's own tests, where there is Node.js to run them. */
class ConsoleFormsTest {
  private static boolean hasNode() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, "node")));
  }

  @Test
  void formsKeepWhatTheyDoNotShow() throws IOException, InterruptedException {
    assumeTrue(hasNode(), "node is not on the PATH");
    Process tests =
        new ProcessBuilder("node", "--test", "src/test/js/forms.test.js")
            .directory(Path.of("../console").toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tests.waitFor()).as(output).isZero();
  }
}
