package io.weir.testing.habits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that can be read in one go: of every module, and none grows unnoticed. */
class FileSizeTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path REASONS =
      Path.of("src/test/resources/io/weir/testing/habits/long-files.txt");

  /** More lines than this no file has. */
  private static final int MOST = 400;

  /** More lines than this need a reason. */
  private static final int USUAL_MOST = 300;

  private static Map<String, Long> lengths() throws IOException {
    Map<String, Long> lengths = new TreeMap<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.toList()) {
        Path sources = module.resolve("src/main/java");
        if (Files.isDirectory(sources)) {
          try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
              try (Stream<String> lines = Files.lines(file)) {
                lengths.put(ROOT.relativize(file).toString(), lines.count());
              }
            }
          }
        }
      }
    }
    return lengths;
  }

  /** By file name, why it is long. */
  private static Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : Files.readAllLines(REASONS)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int space = line.indexOf(' ');
        assertThat(space).describedAs("a reason follows in: %s", line).isPositive();
        reasons.put(line.substring(0, space), line.substring(space).strip());
      }
    }
    return reasons;
  }

  @Test
  void noFileIsLongerThanAnybodyReads() throws IOException {
    Map<String, Long> lengths = lengths();
    assertThat(lengths).hasSizeGreaterThan(100);
    assertThat(lengths).allSatisfy((file, lines) -> assertThat(lines).isLessThanOrEqualTo(MOST));
  }

  @Test
  void aLongFileHasAReasonAndAReasonALongFile() throws IOException {
    List<String> longFiles = new ArrayList<>();
    lengths()
        .forEach(
            (file, lines) -> {
              if (lines > USUAL_MOST) {
                longFiles.add(file.substring(file.lastIndexOf('/') + 1));
              }
            });
    assertThat(longFiles).containsExactlyInAnyOrderElementsOf(reasons().keySet());
  }
}
