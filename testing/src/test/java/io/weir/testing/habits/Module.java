package io.weir.testing.habits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A module of Weir as its pom says.
 *
 * @param uses modules that its programs are made with
 * @param testUses modules that its tests are made with, besides those
 * @param testJars modules whose tests are among what its tests are made with
 */
record Module(String name, Set<String> uses, Set<String> testUses, Set<String> testJars) {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  /** All there are, by name. */
  static Map<String, Module> all() throws IOException {
    Map<String, Module> all = new TreeMap<>();
    try (Stream<Path> folders = Files.list(ROOT)) {
      for (Path folder : folders.toList()) {
        if (Files.exists(folder.resolve("pom.xml")) && Files.isDirectory(folder.resolve("src"))) {
          String name = folder.getFileName().toString();
          all.put(name, read(name, folder.resolve("pom.xml")));
        }
      }
    }
    return all;
  }

  private static Module read(String name, Path pom) throws IOException {
    var module = new Module(name, new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    NodeList dependencies = dependencies(pom);
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      if (text(dependency, "groupId").equals("io.weir")) {
        module.add(
            text(dependency, "artifactId"), text(dependency, "type"), text(dependency, "scope"));
      }
    }
    return module;
  }

  private void add(String other, String type, String scope) {
    switch (type) {
      // built before, but no class path of this module has it
      case "pom" -> {}
      case "test-jar" -> testJars.add(other);
      default -> (scope.equals("test") ? testUses : uses).add(other);
    }
  }

  private static NodeList dependencies(Path pom) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(pom.toFile())
          .getElementsByTagName("dependency");
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(pom + " cannot be read", e);
    }
  }

  private static String text(Element dependency, String field) {
    NodeList found = dependency.getElementsByTagName(field);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }

  /** Itself and all that its programs are made with, directly or not. */
  Set<String> reach(Map<String, Module> all) {
    Set<String> reached = new TreeSet<>();
    reach(name, all, reached);
    return reached;
  }

  /** Likewise of its tests. */
  Set<String> testReach(Map<String, Module> all) {
    Set<String> reached = reach(all);
    testUses.forEach(other -> reach(other, all, reached));
    return reached;
  }

  private static void reach(String name, Map<String, Module> all, Set<String> reached) {
    Module module = all.get(name);
    if (module != null && reached.add(name)) {
      module.uses.forEach(other -> reach(other, all, reached));
    }
  }

  /**
   * The Java files of a module.
   *
   * @param kind {@code main} or {@code test}
   */
  static List<Path> files(String name, String kind) throws IOException {
    Path sources = ROOT.resolve(name).resolve("src").resolve(kind).resolve("java");
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(sources)) {
      try (Stream<Path> walk = Files.walk(sources)) {
        walk.filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.endsWith("package-info.java"))
            .map(ROOT::relativize)
            .forEach(files::add);
      }
    }
    return files;
  }
}
