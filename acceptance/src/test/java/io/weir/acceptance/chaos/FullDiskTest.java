package io.weir.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL has no room left, for its tables first and then for its log: writes are refused as
 * what cannot be done now, reads and traffic go on, and when there is room again all is as if it
 * had been a pause. So it is when Kafka has none, except that writes go on.
 */
@Timeout(600)
@Tag("slow")
class FullDiskTest {
  private static final String MOUNT =
      """
      for disk in postgres kafka; do
        mkdir -p "$0/$disk" && mount -t tmpfs -o size=384m,mode=700 weir-full-disk "$0/$disk" || exit
      done
      exec "$@"
      """;

  @TempDir Path home;

  @Test
  void aFullDiskIsAPauseForWritesAndNothingElse() throws Exception {
    Path disk = Files.createDirectory(home.resolve("disk"));
    assumeTrue(
        run(apart(disk, List.of("true"))) == 0,
        "this system lets nobody mount a small file system for himself (user namespaces)");
    assertThat(run(apart(disk, java(disk)))).isZero();
  }

  private List<String> java(Path disk) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dweir.chaos.disks=" + disk);
    for (String name : List.of("weir.root", "weir.built")) {
      if (System.getProperty(name) != null) {
        command.add("-D" + name + "=" + System.getProperty(name));
      }
    }
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    command.addAll(List.of("-cp", path, FullDiskRun.class.getName()));
    command.add(home.resolve("run").toString());
    return command;
  }

  private static List<String> apart(Path disk, List<String> command) {
    List<String> whole =
        new ArrayList<>(List.of("unshare", "-Urm", "sh", "-c", MOUNT, disk.toString()));
    whole.addAll(command);
    return whole;
  }

  private static int run(List<String> command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      try {
        return process.waitFor(8, TimeUnit.MINUTES) ? process.exitValue() : -1;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException noSuchProgram) {
      return -1;
    }
  }
}
