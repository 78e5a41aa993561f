package io.weir.testing.habits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A class is told by its simple name, wherever one stands: nobody has to look at imports. */
class ClassNamesTest {
  @Test
  void noModuleSeesTwoClassesOfOneName() throws IOException {
    Map<String, Module> all = Module.all();
    assertThat(all).hasSizeGreaterThan(10);
    for (Module module : all.values()) {
      List<Path> seen = new ArrayList<>();
      for (String name : module.reach(all)) {
        seen.addAll(Module.files(name, "main"));
      }
      assertThat(doubles(seen)).as("what %s sees", module.name()).isEmpty();
    }
  }

  /** Tests of other modules do not count: each is run, and read, with its own module. */
  @Test
  void noTestSeesTwoClassesOfOneName() throws IOException {
    Map<String, Module> all = Module.all();
    assertThat(all.get("data-plane").testReach(all)).contains("data-plane", "contracts", "testing");
    assertThat(all.get("data-plane").testJars()).contains("contracts");
    for (Module module : all.values()) {
      List<Path> seen = Module.files(module.name(), "test");
      for (String name : module.testReach(all)) {
        seen.addAll(Module.files(name, "main"));
      }
      for (String name : module.testJars()) {
        Module.files(name, "test").stream()
            .filter(file -> !file.toString().endsWith("Test.java"))
            .forEach(seen::add);
      }
      assertThat(doubles(seen)).as("what the tests of %s see", module.name()).isEmpty();
    }
  }

  @Test
  void twoFilesOfOneNameAreFound() {
    Path one = Path.of("a/src/main/java/x/Names.java");
    Path other = Path.of("b/src/main/java/y/Names.java");
    assertThat(doubles(List.of(one, Path.of("a/src/main/java/x/Name.java"), other)))
        .containsExactly(List.of(one, other));
  }

  private static List<List<Path>> doubles(List<Path> files) {
    Map<Path, List<Path>> named = new TreeMap<>();
    for (Path file : files) {
      named.computeIfAbsent(file.getFileName(), name -> new ArrayList<>()).add(file);
    }
    return named.values().stream().filter(same -> same.size() > 1).toList();
  }
}
