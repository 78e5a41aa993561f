package io.weir.testing.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checkout the tests run in, and what its applications read from their environment. */
final class Repository {
  static final List<String> SERVICES =
      List.of("control-api", "instance-registry", "config-projector");
  static final List<String> APPLICATIONS = concat(SERVICES, "data-plane");

  private static final Pattern VARIABLE = Pattern.compile("\\bWEIR_[A-Z_]*[A-Z]\\b");
  private static final Pattern PROPERTY = Pattern.compile("(?<![\\w.])weir(\\.[a-z]+)+\\b");
  private static final Pattern NAME = Pattern.compile("weir(\\.[a-z]+)+|WEIR_[A-Z_]+");

  /** A name and, after it on the same line, a default that is this machine. */
  private static final Pattern LOCAL =
      Pattern.compile("(?<![\\w.])(" + NAME + ")[:=\",].*?(localhost|127\\.0\\.0\\.1)");

  private static final Pattern DEPENDENCY =
      Pattern.compile("<groupId>io.weir</groupId>\\s*<artifactId>([a-z-]+)</artifactId>");

  private Repository() {}

  static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("docker-compose.yml"))) {
      directory = directory.getParent();
    }
    return directory;
  }

  /** Every environment variable whose name, or property of that name, the sources mention. */
  static Set<String> readByApplication(String module) {
    var names = new TreeSet<String>();
    for (Path file : sources(module)) {
      String text = StrictYaml.read(file);
      all(VARIABLE, text, 0).forEach(names::add);
      all(PROPERTY, text, 0).map(Repository::variable).forEach(names::add);
    }
    return names;
  }

  /** Variables that point to this machine unless set, which is never right in a container. */
  static Set<String> localUnlessSet(String module) {
    var names = new TreeSet<String>();
    for (Path file : sources(module)) {
      for (String line : StrictYaml.read(file).lines().toList()) {
        all(LOCAL, line, 1).map(Repository::variable).forEach(names::add);
      }
    }
    return names;
  }

  /** Whether any source file of the module mentions the text. */
  static boolean mentions(String module, String text) {
    return sources(module).stream().anyMatch(file -> StrictYaml.read(file).contains(text));
  }

  /** The module's own sources and those of the modules it is built with. */
  private static List<Path> sources(String module) {
    var modules = new LinkedHashSet<String>();
    addWithDependencies(module, modules);
    return modules.stream().flatMap(one -> files(one).stream()).toList();
  }

  private static void addWithDependencies(String module, Set<String> modules) {
    if (modules.add(module)) {
      all(DEPENDENCY, StrictYaml.read(root().resolve(module).resolve("pom.xml")), 1)
          .filter(dependency -> !Set.of("weir", "testing", module).contains(dependency))
          .forEach(dependency -> addWithDependencies(dependency, modules));
    }
  }

  private static List<Path> files(String module) {
    try (Stream<Path> files = Files.walk(root().resolve(module).resolve("src/main"))) {
      return files.filter(file -> file.toString().matches(".*\\.(java|properties)")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String variable(String property) {
    return property.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static Stream<String> all(Pattern pattern, String text, int group) {
    Matcher matcher = pattern.matcher(text);
    return matcher.results().map(result -> result.group(group));
  }

  private static List<String> concat(List<String> list, String last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }
}
